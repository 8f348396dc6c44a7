package dev.ringfence.policy;

import static dev.ringfence.policy.EngineSamples.AT;
import static dev.ringfence.policy.EngineSamples.CRYPTOGRAPHY;
import static dev.ringfence.policy.EngineSamples.DIGICERT;
import static dev.ringfence.policy.EngineSamples.ENGINE;
import static dev.ringfence.policy.EngineSamples.chain;
import static dev.ringfence.policy.EngineSamples.evaluate;
import static dev.ringfence.policy.EngineSamples.evaluation;
import static dev.ringfence.policy.EngineSamples.group;
import static dev.ringfence.policy.EngineSamples.lab;
import static dev.ringfence.policy.EngineSamples.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.testing.SigningAlgorithm;
import dev.ringfence.testing.TestPki;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the engine makes of its rules: holds, approvals, changes and order. */
class PolicyEngineTest {
  @Test
  void blocksEveryPhoneForRsassaPssWhateverTheRoot() {
    var root = TestPki.rootCa().signedWith(SigningAlgorithm.PSS_SHA256).mint();
    var issuer = TestPki.intermediateCa(root).signedWith(SigningAlgorithm.PSS_SHA256).mint();
    var endEntity = TestPki.endEntity(issuer).signedWith(SigningAlgorithm.PSS_SHA256).mint();
    var chain = chain(endEntity.certificate(), issuer.certificate());
    var report =
        ENGINE.evaluate(
            evaluation(
                chain,
                null,
                TestPki.NOW,
                Policy.defaults(),
                List.of(),
                List.of(),
                group("old", "CX600", "4.0.7577.4387", 1),
                group("new", "CX600", "4.0.7577.4463", 2),
                group("tanjay", "CX700", "4.0.7577.4494", 4)));
    assertThat(report.phones()).isEqualTo(new PhoneCounts(7, 0, 0, 7, 0));
    assertThat(report.groups())
        .allSatisfy(
            group ->
                assertThat(group.findings())
                    .anyMatch(f -> f.rule().equals("SignatureAlgorithmUnsupported") && f.breaks()));
  }

  @Test
  void holdsWithoutPhonesAndNeverAllows() {
    var report = evaluate(DIGICERT, group("none", "CX600", "4.0.7577.4420", 0));
    assertThat(report.verdict()).isEqualTo(Verdict.HOLD);
    assertThat(report.gate()).isEqualTo(Gate.CLOSED);
    assertThat(report.problems()).extracting(Problem::reason).containsExactly("NoPhones");
  }

  @Test
  void holdsWhenARuleThrowsAndNamesIt() {
    var report =
        new PolicyEngine(List.of(new Throwing()))
            .evaluate(
                evaluation(
                    DIGICERT,
                    null,
                    AT,
                    Policy.defaults(),
                    List.of(),
                    List.of(),
                    group("new", "CX600", "4.0.7577.4420", 1)));
    assertThat(report.verdict()).isEqualTo(Verdict.HOLD);
    assertThat(report.problems().get(0).rule()).isEqualTo("Throwing");
    assertThat(report.problems().get(0).message())
        .isEqualTo(
            "The rule Throwing failed with IllegalStateException: broken on purpose, expected an"
                + " answer; nothing is decided until it gives one.");
  }

  @Test
  void opensForAnApprovalAndClosesWithOnePhoneMore() {
    var approval =
        new Approval(
            "accepted",
            "pool",
            DIGICERT.sha256(),
            Set.of("TrustAnchorMissing"),
            120,
            AT.plusSeconds(3600),
            "CHG0012345",
            null,
            "alice");
    var opened = approved(approval, 120);
    assertThat(opened.verdict()).isEqualTo(Verdict.BLOCK);
    assertThat(opened.gate()).isEqualTo(Gate.OPEN);
    assertThat(opened.approved()).isTrue();
    assertThat(opened.nextChange()).isEqualTo(AT.plusSeconds(3600));
    var closed = approved(approval, 121);
    assertThat(closed.gate()).isEqualTo(Gate.CLOSED);
    assertThat(closed.approvals().get(0).failingClause())
        .isEqualTo("It accepts 120 phones, 121 block.");
  }

  @Test
  void countsWhatThisRenewalChanges() {
    var report =
        ENGINE.evaluate(
            evaluation(
                CRYPTOGRAPHY,
                DIGICERT,
                AT,
                Policy.defaults(),
                List.of(lab()),
                List.of(),
                group("cu8", "CX600", "4.0.7577.4387", 10),
                group("cu11", "CX600", "4.0.7577.4420", 3)));
    assertThat(report.changes()).isEqualTo(new Changes(0, 10, 0, 0, 3));
  }

  @Test
  void answersTheSameForTheSameInput() {
    var groups =
        new FleetGroup[] {
          group("a", "CX600", "4.0.7577.4387", 3), group("b", "CX700", "4.0.7577.4066", 4)
        };
    assertThat(evaluate(CRYPTOGRAPHY, groups)).isEqualTo(evaluate(CRYPTOGRAPHY, groups));
  }

  @Test
  void judgesRowsWithoutAModelPerFamily() {
    var report = evaluate(DIGICERT, group("agents", "", "4.0.7577.4420", 8));
    assertThat(report.phones().undetermined()).isEqualTo(8);
    assertThat(rules(report)).contains("UnknownFirmware");
    var both = evaluate(DIGICERT, group("agents", "", "4.0.7577.4387", 8));
    assertThat(both.phones().broken()).isEqualTo(8);
  }

  private RenewalReport approved(Approval approval, long phones) {
    return ENGINE.evaluate(
        evaluation(
            DIGICERT,
            null,
            AT,
            Policy.defaults(),
            List.of(),
            List.of(approval),
            group("old", "CX600", "4.0.7577.4387", phones)));
  }

  private static final class Throwing implements ChainRule {
    @Override
    public RuleMetadata metadata() {
      return new RuleMetadata(
          "Throwing", "Throws.", List.of(), Category.PATH, Severity.ERROR, List.of());
    }

    @Override
    public boolean appliesTo(ChainSubject chain) {
      return true;
    }

    @Override
    public List<Observation> check(ChainSubject chain) {
      throw new IllegalStateException("broken on purpose");
    }
  }
}
