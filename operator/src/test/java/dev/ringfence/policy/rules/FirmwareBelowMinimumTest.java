package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.policy.Budgets;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.Policy;
import dev.ringfence.policy.Undetermined;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirmwareBelowMinimumTest {
  private final FirmwareBelowMinimum rule = new FirmwareBelowMinimum();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted endEntity = TestPki.endEntity(root).mint();

  private RuleFixture withMinimum(String platform, int revision) {
    return RuleFixture.serving(endEntity)
        .on(new FirmwareDraft().holding(root))
        .policy(
            new Policy(
                Mode.ENFORCE,
                Undetermined.BLOCK,
                EvidenceLevel.INFERRED,
                Map.of(platform, new FirmwareVersion(1, 2, 3, revision)),
                Map.of(),
                Budgets.NONE,
                Set.of(),
                1,
                false));
  }

  @Test
  void passesAtTheMinimum() {
    var group = withMinimum("example-phone", 4).group();

    assertThat(rule.id()).isEqualTo("FirmwareBelowMinimum");
    assertThat(rule.appliesTo(group)).isTrue();
    assertThat(lines(rule.check(group))).isEmpty();
  }

  @Test
  void isViolatedOneBuildBelow() {
    assertThat(lines(rule.check(withMinimum("example-phone", 5).group())))
        .containsExactly(
            "Violated: The firmware is 1.2.3.4; the policy asks for 1.2.3.5 or later.");
  }

  @Test
  void doesNotApplyToAPlatformWithoutAMinimum() {
    assertThat(rule.appliesTo(withMinimum("other-phone", 5).group())).isFalse();
  }
}
