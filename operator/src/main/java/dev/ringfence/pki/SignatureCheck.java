package dev.ringfence.pki;

import dev.ringfence.pki.SignatureVerifier.Result;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.crypto.DSA;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.jspecify.annotations.Nullable;

/** One signature operation: RSA by the Java platform, the others by Bouncy Castle. */
final class SignatureCheck {
  private final byte[] message;
  private final byte[] signature;
  private final SignatureAlgorithm algorithm;

  private SignatureCheck(Certificate certificate) {
    this.message = certificate.signedBytes();
    this.signature = certificate.signature();
    this.algorithm = certificate.signatureAlgorithm();
  }

  static Result of(Certificate certificate, PublicKeyInfo issuerKey) {
    return new SignatureCheck(certificate).with(issuerKey.verificationKey());
  }

  private Result with(VerificationKey key) {
    if (key instanceof VerificationKey.Unsupported) {
      return Result.UNSUPPORTED;
    }
    try {
      return switch (algorithm.scheme().family()) {
        case UNKNOWN -> Result.UNSUPPORTED;
        case RSA_PKCS1 ->
            key instanceof VerificationKey.Rsa rsa && !rsa.material().pss()
                ? rsa(rsa, pkcs1Name(), null)
                : Result.INVALID;
        case RSA_PSS -> key instanceof VerificationKey.Rsa rsa ? pss(rsa) : Result.INVALID;
        case ECDSA ->
            key instanceof VerificationKey.Ec ec
                ? dsa(new ECDSASigner(), ec.parameters())
                : Result.INVALID;
        case DSA ->
            key instanceof VerificationKey.Dsa dsa
                ? dsa(new DSASigner(), dsa.parameters())
                : Result.INVALID;
        case EDDSA -> edwards(key);
      };
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      return Result.UNSUPPORTED;
    } catch (GeneralSecurityException | DerException e) {
      return Result.INVALID;
    }
  }

  private String pkcs1Name() {
    var hash = algorithm.scheme().hash();
    return (hash.startsWith("SHA-") ? "SHA" + hash.substring(4) : hash) + "withRSA";
  }

  private Result pss(VerificationKey.Rsa rsa) throws GeneralSecurityException {
    var parameters = algorithm.pss();
    if (parameters == null || !parameters.isKnown()) {
      return Result.UNSUPPORTED;
    }
    var restriction = rsa.material().restriction();
    if (restriction != null && !restriction.permits(parameters)) {
      return Result.INVALID;
    }
    return rsa(
        rsa,
        "RSASSA-PSS",
        new PSSParameterSpec(
            parameters.hash(),
            "MGF1",
            new MGF1ParameterSpec(parameters.maskHash()),
            parameters.saltLength(),
            parameters.trailerField()));
  }

  private Result rsa(
      VerificationKey.Rsa rsa, String name, @Nullable AlgorithmParameterSpec parameters)
      throws NoSuchAlgorithmException,
          InvalidAlgorithmParameterException,
          InvalidKeyException,
          SignatureException {
    var verifier = Signature.getInstance(name);
    if (parameters != null) {
      verifier.setParameter(parameters);
    }
    verifier.initVerify(rsa.key());
    verifier.update(message);
    return result(verifier.verify(signature));
  }

  private Result dsa(DSA signer, AsymmetricKeyParameter key) throws NoSuchAlgorithmException {
    var what = "the signature";
    var sequence = DerCursor.only(signature, what).expect(DerValue.SEQUENCE, what).children();
    BigInteger r = sequence.next(DerValue.INTEGER, what).integer(what);
    BigInteger s = sequence.next(DerValue.INTEGER, what).integer(what);
    sequence.end(what);
    signer.init(false, key);
    byte[] digest = MessageDigest.getInstance(algorithm.scheme().hash()).digest(message);
    return result(signer.verifySignature(digest, r, s));
  }

  private Result edwards(VerificationKey key) {
    boolean ed448 = algorithm.name().equals("ed448");
    if (ed448 && key instanceof VerificationKey.Ed448 material) {
      return signer(new Ed448Signer(new byte[0]), material.parameters());
    }
    if (!ed448 && key instanceof VerificationKey.Ed25519 material) {
      return signer(new Ed25519Signer(), material.parameters());
    }
    return Result.INVALID;
  }

  private Result signer(Signer signer, AsymmetricKeyParameter key) {
    signer.init(false, key);
    signer.update(message, 0, message.length);
    return result(signer.verifySignature(signature));
  }

  private static Result result(boolean valid) {
    return valid ? Result.VALID : Result.INVALID;
  }
}
