package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.path.SearchBudget;
import dev.ringfence.policy.PathSubject;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class NameConstraintViolatedTest {
  private final NameConstraintViolated rule = new NameConstraintViolated();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted constrained =
      TestPki.intermediateCa(root).permittedDns("example.net").mint();
  private final Minted endEntity = TestPki.endEntity(constrained).mint();

  private PathSubject served(FirmwareDraft firmware) {
    return RuleFixture.serving(endEntity, constrained).on(firmware.holding(root)).path();
  }

  private String forbidden() {
    return "The name constraints of %s forbid %s: %s."
        .formatted(
            constrained.certificate(),
            endEntity.certificate(),
            "DNS name pool.example.com is not permitted");
  }

  @Test
  void passesWithinTheConstraints() {
    var fitting = TestPki.intermediateCa(root).permittedDns("example.com").mint();
    var path =
        RuleFixture.serving(TestPki.endEntity(fitting).mint(), fitting)
            .on(new FirmwareDraft().holding(root))
            .path();

    assertThat(rule.appliesTo(path)).isTrue();
    assertThat(lines(rule.check(path))).isEmpty();
  }

  @Test
  void isViolatedOutsideTheConstraints() {
    assertThat(lines(rule.check(served(new FirmwareDraft()))))
        .containsExactly("Violated: " + forbidden());
  }

  @Test
  void isUndeterminedIfNobodyKnowsWhetherThePhoneLooks() {
    assertThat(lines(rule.check(served(new FirmwareDraft().silentOn("check.nameConstraints")))))
        .containsExactly(
            "Undetermined: "
                + forbidden()
                + " No catalog says anything about it. Does P1 on 1.2.3.4 accept a chain with this"
                + " defect?");
  }

  @Test
  void passesIfThePhoneDoesNotLook() {
    var firmware = new FirmwareDraft().stating("check.nameConstraints", false);

    assertThat(lines(rule.check(served(firmware)))).isEmpty();
  }

  @Test
  void isUndeterminedIfThereIsMoreToCompareThanTheBudgetAllows() {
    var path = served(new FirmwareDraft());
    var poor =
        new PathSubject(
            path.path(),
            path.facts(),
            path.trust(),
            path.graph(),
            new SearchBudget(1, 1, 0),
            path.at());

    assertThat(lines(rule.check(poor)))
        .containsExactly(
            "Undetermined: The search ended without an answer: its budget is 1 signatures, 1 nodes"
                + " and 0 name constraint comparisons. Does P1 on 1.2.3.4 accept a chain with this"
                + " defect?");
  }

  @Test
  void isNamedForTheViolation() {
    assertThat(rule.id()).isEqualTo("NameConstraintViolated");
  }
}
