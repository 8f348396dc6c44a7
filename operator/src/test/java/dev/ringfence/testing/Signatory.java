package dev.ringfence.testing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Who signs: a name and a key pair. */
record Signatory(String name, KeyKind keyKind, KeyPair keys) {

  SubjectPublicKeyInfo publicKey() {
    var info = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
    return keyKind == KeyKind.RSASSA_PSS_2048
        ? new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS),
            info.getPublicKeyData().getBytes())
        : info;
  }

  /**
   * A whole certificate.
   *
   * @param outer the unsigned algorithm field
   * @param damaged flips one bit of the signature
   */
  byte[] sign(
      TBSCertificate tbs, SigningAlgorithm signing, AlgorithmIdentifier outer, boolean damaged)
      throws IOException, GeneralSecurityException {
    var signer = Signature.getInstance(signing.jdkName());
    var parameters = signing.jdkParameters();
    if (parameters != null) {
      signer.setParameter(parameters);
    }
    signer.initSign(keys.getPrivate());
    signer.update(tbs.getEncoded(ASN1Encoding.DER));
    byte[] signature = signer.sign();
    if (damaged) {
      signature[signature.length - 1] ^= 1;
    }
    var parts = new ASN1EncodableVector();
    parts.add(tbs);
    parts.add(outer);
    parts.add(new DERBitString(signature));
    return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
  }
}
