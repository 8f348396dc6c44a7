package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.path.CertificateGraph;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.policy.ChainSubject;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.ArrayList;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SignatureInvalidTest {
  /** A SubjectPublicKeyInfo of the algorithm 1.3.6.1.4.1.55555.9, which nobody knows. */
  private static final byte[] UNKNOWN_KEY =
      HexFormat.of().parseHex("3014300b06092b0601040183b2030903050001020304");

  private final SignatureInvalid rule = new SignatureInvalid();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuing).mint();

  private RuleFixture served(Minted... chain) {
    return RuleFixture.serving(chain).on(new FirmwareDraft().holding(root));
  }

  private static String unsigned(String child) {
    return child
        + " names O=Example,CN=Test Issuing CA as its issuer, but the served certificate of that"
        + " name did not sign it.";
  }

  @Test
  void passesIfEveryCertificateIsSignedByItsIssuer() {
    var fixture = served(endEntity, issuing);

    assertThat(rule.appliesTo(fixture.chain())).isTrue();
    assertThat(lines(rule.check(fixture.chain()))).isEmpty();
    assertThat(rule.appliesTo(fixture.path())).isTrue();
    assertThat(lines(rule.check(fixture.path()))).isEmpty();
  }

  @Test
  void isViolatedByADamagedSignature() {
    var damaged = TestPki.endEntity(issuing).withDamagedSignature().mint();

    assertThat(lines(rule.check(served(damaged, issuing).chain())))
        .containsExactly("Violated: " + unsigned("pool.example.com"));
  }

  @Test
  void isViolatedIfTheAlgorithmFieldsDiffer() {
    var differing = TestPki.endEntity(issuing).withDifferingAlgorithms().mint();

    assertThat(lines(rule.check(served(differing, issuing).chain())))
        .containsExactly("Violated: " + unsigned("pool.example.com"));
  }

  @Test
  void isViolatedByAnotherKeyOfTheSameNameIfNoIdentifierTellsThemApart() {
    var other =
        TestPki.intermediateCa(root).key(issuing.keyKind(), "other").withoutKeyIdentifiers().mint();

    assertThat(lines(rule.check(served(endEntity, other).chain())))
        .containsExactly("Violated: " + unsigned("pool.example.com"));
  }

  @Test
  void passesForAnotherIssuerOfTheSameName() {
    var other = TestPki.intermediateCa(root).key(issuing.keyKind(), "other").mint();

    assertThat(lines(rule.check(served(endEntity, other).chain()))).isEmpty();
  }

  @Test
  void passesIfTheIssuerIsKnownWithoutBeingServed() {
    var other =
        TestPki.intermediateCa(root).key(issuing.keyKind(), "other").withoutKeyIdentifiers().mint();
    var chain =
        RuleFixture.serving(endEntity, other)
            .on(new FirmwareDraft().holding(root).knowing(issuing))
            .chain();

    assertThat(lines(rule.check(chain))).isEmpty();
  }

  @Test
  void isUndeterminedIfMoreHaveTheNameThanCanBeTried() {
    var chain = new ArrayList<Minted>();
    chain.add(TestPki.endEntity(issuing).withDamagedSignature().mint());
    chain.add(issuing);
    for (int i = 0; i < 100; i++) {
      chain.add(TestPki.intermediateCa(root).key(KeyKind.EC_P256, "namesake " + i).mint());
    }
    var certificates = chain.stream().map(Minted::certificate).toList();
    var untried = new CertificateGraph(certificates, new SignatureVerifier());

    assertThat(lines(rule.check(new ChainSubject(new CertificateChain(certificates), untried))))
        .containsExactly(
            "Undetermined: pool.example.com names O=Example,CN=Test Issuing CA as its issuer, a"
                + " name that more certificates have than can be tried.");
  }

  @Test
  void isUndeterminedOnAPathWithASignatureThatCannotBeVerifiedHere() {
    var strange = TestPki.intermediateCa(root).publicKey(UNKNOWN_KEY).mint();

    assertThat(lines(rule.check(served(TestPki.endEntity(strange).mint(), strange).path())))
        .containsExactly(
            "Undetermined: The signature on pool.example.com, made with sha256WithRSAEncryption,"
                + " could not be verified here.");
  }

  @Test
  void doesNotApplyToOneCertificate() {
    var alone = RuleFixture.serving(root).on(new FirmwareDraft().holding(root));

    assertThat(rule.appliesTo(alone.chain())).isFalse();
    assertThat(rule.appliesTo(alone.path())).isFalse();
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("SignatureInvalid");
  }
}
