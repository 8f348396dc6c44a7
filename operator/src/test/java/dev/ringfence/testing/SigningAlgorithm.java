package dev.ringfence.testing;

import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/** How an issuer signs. */
public enum SigningAlgorithm {
  MD2_RSA("MD2withRSA", "1.2.840.113549.1.1.2", true),
  MD5_RSA("MD5withRSA", "1.2.840.113549.1.1.4", true),
  SHA1_RSA("SHA1withRSA", "1.2.840.113549.1.1.5", true),
  SHA256_RSA("SHA256withRSA", "1.2.840.113549.1.1.11", true),
  SHA384_RSA("SHA384withRSA", "1.2.840.113549.1.1.12", true),
  SHA512_RSA("SHA512withRSA", "1.2.840.113549.1.1.13", true),
  SHA3_256_RSA("SHA3-256withRSA", "2.16.840.1.101.3.4.3.14", true),
  PSS_SHA1("RSASSA-PSS", "1.2.840.113549.1.1.10", false),
  PSS_SHA256("RSASSA-PSS", "1.2.840.113549.1.1.10", false),
  SHA1_ECDSA("SHA1withECDSA", "1.2.840.10045.4.1", false),
  SHA256_ECDSA("SHA256withECDSA", "1.2.840.10045.4.3.2", false),
  SHA384_ECDSA("SHA384withECDSA", "1.2.840.10045.4.3.3", false),
  SHA256_DSA("SHA256withDSA", "2.16.840.1.101.3.4.3.2", false),
  ED25519("Ed25519", "1.3.101.112", false);

  private final String jdkName;
  private final String oid;
  private final boolean nullParameters;

  SigningAlgorithm(String jdkName, String oid, boolean nullParameters) {
    this.jdkName = jdkName;
    this.oid = oid;
    this.nullParameters = nullParameters;
  }

  /** What a key of this kind signs with unless told otherwise. */
  static SigningAlgorithm defaultFor(KeyKind key) {
    return switch (key) {
      case RSA_1024, RSA_2048, RSA_3072 -> SHA256_RSA;
      case RSASSA_PSS_2048 -> PSS_SHA256;
      case EC_P256 -> SHA256_ECDSA;
      case EC_P384 -> SHA384_ECDSA;
      case DSA_2048 -> SHA256_DSA;
      case ED25519 -> ED25519;
    };
  }

  String jdkName() {
    return jdkName;
  }

  @Nullable AlgorithmParameterSpec jdkParameters() {
    return switch (this) {
      case PSS_SHA1 -> new PSSParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, 20, 1);
      case PSS_SHA256 -> new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);
      default -> null;
    };
  }

  AlgorithmIdentifier identifier() {
    var parameters = encodedParameters();
    var identifier = new ASN1ObjectIdentifier(oid);
    return parameters == null
        ? new AlgorithmIdentifier(identifier)
        : new AlgorithmIdentifier(identifier, parameters);
  }

  private @Nullable ASN1Encodable encodedParameters() {
    return switch (this) {
      case PSS_SHA1 -> pss(OIWObjectIdentifiers.idSHA1, 20);
      case PSS_SHA256 -> pss(NISTObjectIdentifiers.id_sha256, 32);
      default -> nullParameters ? DERNull.INSTANCE : null;
    };
  }

  private static RSASSAPSSparams pss(ASN1ObjectIdentifier hashOid, int saltLength) {
    var hash = new AlgorithmIdentifier(hashOid, DERNull.INSTANCE);
    return new RSASSAPSSparams(
        hash,
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash),
        new ASN1Integer(saltLength),
        new ASN1Integer(1));
  }
}
