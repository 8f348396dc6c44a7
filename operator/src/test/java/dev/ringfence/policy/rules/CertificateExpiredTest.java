package dev.ringfence.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.policy.Observation;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class CertificateExpiredTest {
  private final CertificateExpired rule = new CertificateExpired();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuing).mint();

  private RuleFixture served() {
    return RuleFixture.serving(endEntity, issuing).on(new FirmwareDraft().holding(root));
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("CertificateExpired");
  }

  @Test
  void passesInTheLastSecondOfTheCertificate() {
    assertThat(rule.check(served().at("2026-12-31T23:59:59Z").path())).isEmpty();
  }

  @Test
  void isViolatedOneSecondLater() {
    assertThat(rule.check(served().at("2027-01-01T00:00:00Z").path()))
        .extracting(Observation::message)
        .containsExactly(
            "pool.example.com ended at 2026-12-31T23:59:59Z; the instant judged is"
                + " 2027-01-01T00:00:00Z.");
  }
}
