package dev.ringfence.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.SignatureVerifier.Result;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.SigningAlgorithm;
import dev.ringfence.testing.TestPki;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SignatureVerifierTest {
  private final SignatureVerifier verifier = new SignatureVerifier();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted endEntity = TestPki.endEntity(root).mint();

  @ParameterizedTest
  @EnumSource(
      value = SigningAlgorithm.class,
      names = {
        "MD2_RSA",
        "MD5_RSA",
        "SHA1_RSA",
        "SHA384_RSA",
        "SHA512_RSA",
        "SHA3_256_RSA",
        "PSS_SHA1",
        "PSS_SHA256"
      })
  void verifiesWhatAnRsaKeySigns(SigningAlgorithm algorithm) {
    var signed = TestPki.endEntity(root).signedWith(algorithm);

    assertThat(verify(signed.mint(), root)).isEqualTo(Result.VALID);
    assertThat(verify(signed.withDamagedSignature().mint(), root)).isEqualTo(Result.INVALID);
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void refusesDamageAndForeignKeysOfEveryKind(KeyKind kind) {
    var issuer = TestPki.rootCa().key(kind).mint();
    var damaged = TestPki.endEntity(issuer).withDamagedSignature().mint();
    var other = TestPki.rootCa().key(kind, "another key").mint();

    assertThat(verify(TestPki.endEntity(issuer).mint(), issuer)).isEqualTo(Result.VALID);
    assertThat(verify(TestPki.endEntity(issuer).mint(), other)).isEqualTo(Result.INVALID);
    assertThat(verify(damaged, issuer)).isEqualTo(Result.INVALID);
    for (var wrongType : KeyKind.values()) {
      if (wrongType != kind && family(wrongType) != family(kind)) {
        var key = TestPki.rootCa().key(wrongType).mint();
        assertThat(verify(endEntityOf(issuer), key)).as("%s", wrongType).isEqualTo(Result.INVALID);
      }
    }
  }

  private static char family(KeyKind kind) {
    return kind.name().charAt(0);
  }

  private static Minted endEntityOf(Minted issuer) {
    return TestPki.endEntity(issuer).mint();
  }

  @Test
  void verifiesEachPairOnce() {
    var again = parse(endEntity.certificate().encoded());

    assertThat(verify(endEntity, root)).isEqualTo(Result.VALID);
    assertThat(verify(endEntity, root)).isEqualTo(Result.VALID);
    assertThat(verifier.verify(again, parse(root.certificate().encoded()).publicKey()))
        .isEqualTo(Result.VALID);
    assertThat(verifier.verifications()).isEqualTo(1);

    assertThat(verify(endEntity, endEntity)).isEqualTo(Result.INVALID);
    assertThat(verify(endEntity, endEntity)).isEqualTo(Result.INVALID);
    assertThat(verifier.verifications()).isEqualTo(2);
  }

  @Test
  void verifiesEachPairOnceForManyThreads() {
    IntStream.range(0, 64).parallel().forEach(i -> verify(endEntity, root));

    assertThat(verifier.verifications()).isEqualTo(1);
  }

  @Test
  void refusesDifferingAlgorithmFieldsWithoutAnyWork() {
    var certificate = TestPki.endEntity(root).withDifferingAlgorithms().mint();

    assertThat(certificate.certificate().signatureAlgorithmsAgree()).isFalse();
    assertThat(verify(certificate, root)).isEqualTo(Result.INVALID);
    assertThat(verifier.verifications()).isZero();
  }

  @Test
  void doesNotUseAKeyRestrictedToPssForAnythingElse() {
    var pssRoot = TestPki.rootCa().key(KeyKind.RSASSA_PSS_2048, "shared").mint();
    var rsaRoot = TestPki.rootCa().key(KeyKind.RSASSA_PSS_2048, "shared");
    var pkcs1 = TestPki.endEntity(pssRoot).signedWith(SigningAlgorithm.SHA256_RSA).mint();

    assertThat(rsaRoot.mint().certificate().publicKey().type()).isEqualTo(KeyType.RSASSA_PSS);
    assertThat(verify(pkcs1, pssRoot)).isEqualTo(Result.INVALID);
    assertThat(verify(endEntityOf(pssRoot), pssRoot)).isEqualTo(Result.VALID);
  }

  @Test
  void honoursTheParametersThatAPssKeyDemands() throws IOException {
    var signed = TestPki.endEntity(root).signedWith(SigningAlgorithm.PSS_SHA256).mint();

    assertThat(verifier.verify(signed.certificate(), pssKey(NISTObjectIdentifiers.id_sha256, 32)))
        .isEqualTo(Result.VALID);
    assertThat(verifier.verify(signed.certificate(), pssKey(NISTObjectIdentifiers.id_sha256, 20)))
        .isEqualTo(Result.VALID);
    assertThat(verifier.verify(signed.certificate(), pssKey(NISTObjectIdentifiers.id_sha256, 33)))
        .isEqualTo(Result.INVALID);
    assertThat(verifier.verify(signed.certificate(), pssKey(NISTObjectIdentifiers.id_sha384, 32)))
        .isEqualTo(Result.INVALID);
  }

  /** The root's key, restricted. */
  private PublicKeyInfo pssKey(ASN1ObjectIdentifier hashOid, int salt) throws IOException {
    var parameters = pssParameters(hashOid, hashOid, salt);
    var spki =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, parameters),
            SubjectPublicKeyInfo.getInstance(root.keys().getPublic().getEncoded())
                .getPublicKeyData()
                .getBytes());
    return withKey(spki);
  }

  private static RSASSAPSSparams pssParameters(
      ASN1ObjectIdentifier hash, ASN1ObjectIdentifier maskHash, long salt) {
    return new RSASSAPSSparams(
        new AlgorithmIdentifier(hash, DERNull.INSTANCE),
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_mgf1, new AlgorithmIdentifier(maskHash, DERNull.INSTANCE)),
        new ASN1Integer(salt),
        new ASN1Integer(1));
  }

  private PublicKeyInfo withKey(SubjectPublicKeyInfo spki) throws IOException {
    return parse(TestPki.endEntity(root).publicKey(spki.getEncoded()).encoded()).publicKey();
  }

  @Test
  void doesNotKnowWhatItCannotVerify() throws IOException {
    var unknown = new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.9");
    var sha256 = NISTObjectIdentifiers.id_sha256;
    var pss = PKCSObjectIdentifiers.id_RSASSA_PSS;

    assertThat(withAlgorithm(new AlgorithmIdentifier(unknown))).isEqualTo(Result.UNSUPPORTED);
    assertThat(withAlgorithm(new AlgorithmIdentifier(pss, pssParameters(unknown, sha256, 32))))
        .isEqualTo(Result.UNSUPPORTED);
    assertThat(withAlgorithm(new AlgorithmIdentifier(pss, pssParameters(sha256, unknown, 32))))
        .isEqualTo(Result.UNSUPPORTED);
    assertThat(
            withAlgorithm(
                new AlgorithmIdentifier(pss, pssParameters(sha256, sha256, 2_000_000_000))))
        .isEqualTo(Result.INVALID);
  }

  /** The end entity under another algorithm, in both fields. */
  private Result withAlgorithm(AlgorithmIdentifier algorithm) throws IOException {
    var parts = ASN1Sequence.getInstance(endEntity.certificate().encoded());
    var fields = ASN1Sequence.getInstance(parts.getObjectAt(0)).toArray();
    fields[2] = algorithm;
    var changed =
        new DERSequence(
            new ASN1Encodable[] {new DERSequence(fields), algorithm, parts.getObjectAt(2)});
    return verifier.verify(parse(changed.getEncoded()), root.certificate().publicKey());
  }

  @Test
  void doesNotKnowExplicitAndUnknownCurves() throws IOException {
    var curve = CustomNamedCurves.getByName("secp256r1");
    byte[] point = curve.getG().getEncoded(false);
    var issuer = TestPki.rootCa().key(KeyKind.EC_P256).mint();
    var signed = endEntityOf(issuer).certificate();
    var explicit = ec(curve, point);
    var unknown = ec(new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.8"), point);

    assertThat(explicit.name()).isEqualTo("other-1.2.840.10045.2.1");
    assertThat(verifier.verify(signed, explicit)).isEqualTo(Result.UNSUPPORTED);
    assertThat(unknown.name()).isEqualTo("ec-1.3.6.1.4.1.55555.8");
    assertThat(verifier.verify(signed, unknown)).isEqualTo(Result.UNSUPPORTED);
  }

  @Test
  void nothingVerifiesWithAPointThatIsNotOnItsCurve() throws IOException {
    var issuer = TestPki.rootCa().key(KeyKind.EC_P256).mint();
    byte[] point = CustomNamedCurves.getByName("secp256r1").getG().getEncoded(false);
    point[40] ^= 1;
    var curve = new ASN1ObjectIdentifier("1.2.840.10045.3.1.7");

    assertThat(verifier.verify(endEntityOf(issuer).certificate(), ec(curve, point)))
        .isEqualTo(Result.INVALID);
  }

  private PublicKeyInfo ec(ASN1Encodable parameters, byte[] point) throws IOException {
    return withKey(
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters), point));
  }

  @Test
  void inheritsDsaParametersFromTheIssuer() throws IOException {
    var issuer = TestPki.rootCa().key(KeyKind.DSA_2048).mint();
    var issuerKey = issuer.certificate().publicKey();
    var whole = SubjectPublicKeyInfo.getInstance(issuer.keys().getPublic().getEncoded());
    var bare =
        withKey(
            new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa),
                whole.getPublicKeyData().getBytes()));
    var signed = endEntityOf(issuer).certificate();
    var inherited = bare.inheritParameters(issuerKey);

    assertThat(bare.name()).isEqualTo("dsa-2048");
    assertThat(verifier.verify(signed, bare)).isEqualTo(Result.UNSUPPORTED);
    assertThat(inherited.bits()).isEqualTo(2048);
    assertThat(inherited).isNotEqualTo(bare);
    assertThat(verifier.verify(signed, inherited)).isEqualTo(Result.VALID);
    assertThat(issuerKey.inheritParameters(bare)).isSameAs(issuerKey);
    assertThat(bare.inheritParameters(root.certificate().publicKey())).isSameAs(bare);
  }

  @Test
  void signatureOfPartialBytesNeverVerifies() throws IOException {
    byte[] encoded = endEntity.certificate().encoded();
    var signature = ASN1BitString.getInstance(ASN1Sequence.getInstance(encoded).getObjectAt(2));
    int at = encoded.length - signature.getBytes().length - 1;
    assertThat(encoded[at]).isZero();
    encoded[at] = 3;

    assertThat(verifier.verify(parse(encoded), root.certificate().publicKey()))
        .isEqualTo(Result.INVALID);
  }

  @Test
  void signatureThatIsNoSequenceOfTwoNumbersIsInvalid() throws IOException {
    var issuer = TestPki.rootCa().key(KeyKind.EC_P256).mint();
    var parts = ASN1Sequence.getInstance(endEntityOf(issuer).certificate().encoded());
    for (byte[] signature :
        new byte[][] {
          {},
          {0x30, 0},
          {0x30, 3, 2, 1, 1},
          {0x30, 6, 2, 1, 0, 2, 1, 0},
          {0x30, 6, 2, 1, 1, 2, 1, -1},
          Arrays.copyOf(new byte[] {0x30, 6, 2, 1, 1, 2, 1, 1}, 9)
        }) {
      var changed =
          new DERSequence(
              new ASN1Encodable[] {
                parts.getObjectAt(0),
                parts.getObjectAt(1),
                new org.bouncycastle.asn1.DERBitString(signature)
              });
      assertThat(verifier.verify(parse(changed.getEncoded()), issuer.certificate().publicKey()))
          .isEqualTo(Result.INVALID);
    }
  }

  private Result verify(Minted child, Minted issuer) {
    return verifier.verify(child.certificate(), issuer.certificate().publicKey());
  }

  private static Certificate parse(byte[] encoded) {
    return new CertificateParser(ParserLimits.parser()).parse(encoded, "x").get(0);
  }
}
