package dev.ringfence.pki;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;

/** A public key made ready to verify with: costly to prepare, free to use again. */
sealed interface VerificationKey {
  record Rsa(PublicKey key, KeyMaterial.Rsa material) implements VerificationKey {}

  record Dsa(DSAPublicKeyParameters parameters) implements VerificationKey {}

  record Ec(ECPublicKeyParameters parameters) implements VerificationKey {}

  record Ed25519(Ed25519PublicKeyParameters parameters) implements VerificationKey {}

  record Ed448(Ed448PublicKeyParameters parameters) implements VerificationKey {}

  /** Nothing here can use such a key. */
  record Unsupported() implements VerificationKey {}

  /** No signature verifies with this key: its numbers are no key of its type. */
  record Broken() implements VerificationKey {}

  static VerificationKey of(KeyMaterial material) {
    try {
      return prepare(material);
    } catch (InvalidKeySpecException e) {
      return new Unsupported();
    } catch (IllegalArgumentException e) {
      return new Broken();
    }
  }

  private static VerificationKey prepare(KeyMaterial material) throws InvalidKeySpecException {
    if (material instanceof KeyMaterial.Rsa rsa) {
      return new Rsa(rsaKey(rsa), rsa);
    }
    if (material instanceof KeyMaterial.Dsa dsa && dsa.parameters() != null) {
      var own = dsa.parameters();
      return new Dsa(
          new DSAPublicKeyParameters(dsa.y(), new DSAParameters(own.p(), own.q(), own.g())));
    }
    if (material instanceof KeyMaterial.Ec ec) {
      return ecKey(ec);
    }
    if (material instanceof KeyMaterial.Edwards edwards) {
      return edwards.ed448()
          ? new Ed448(new Ed448PublicKeyParameters(edwards.point(), 0))
          : new Ed25519(new Ed25519PublicKeyParameters(edwards.point(), 0));
    }
    return new Unsupported();
  }

  private static PublicKey rsaKey(KeyMaterial.Rsa rsa) throws InvalidKeySpecException {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(rsa.modulus(), rsa.exponent()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  private static VerificationKey ecKey(KeyMaterial.Ec ec) {
    var oid = new ASN1ObjectIdentifier(ec.curveOid());
    X9ECParameters curve = CustomNamedCurves.getByOID(oid);
    if (curve == null) {
      curve = ECNamedCurveTable.getByOID(oid);
    }
    if (curve == null) {
      return new Unsupported();
    }
    var point = curve.getCurve().decodePoint(ec.point());
    return new Ec(new ECPublicKeyParameters(point, new ECNamedDomainParameters(oid, curve)));
  }
}
