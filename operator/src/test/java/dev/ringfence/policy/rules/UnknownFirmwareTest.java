package dev.ringfence.policy.rules;

import static dev.ringfence.policy.rules.Seen.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

class UnknownFirmwareTest {
  private final UnknownFirmware rule = new UnknownFirmware();
  private final Minted root = TestPki.rootCa().mint();
  private final Minted endEntity = TestPki.endEntity(root).mint();

  private RuleFixture phones(String model, String version) {
    return RuleFixture.serving(endEntity)
        .on(new FirmwareDraft().holding(root))
        .group(RuleFixture.phones(model, version));
  }

  @Test
  void doesNotApplyToAKnownFirmware() {
    assertThat(rule.id()).isEqualTo("UnknownFirmware");
    assertThat(rule.appliesTo(phones("P1", "1.2.3.4").group())).isFalse();
  }

  @Test
  void isUndeterminedForTextThatIsNoVersion() {
    var group = phones("P1", "abc").group();

    assertThat(rule.appliesTo(group)).isTrue();
    assertThat(lines(rule.check(group)))
        .containsExactly(
            "Undetermined: Firmware \"abc\" is not a version, expected four numbers such as"
                + " 4.0.7577.4387. Which model and firmware are these phones?");
  }

  @Test
  void isUndeterminedForAVersionBelowTheLowestListedOne() {
    assertThat(lines(rule.check(phones("P1", "1.2.3.3").group())).get(0))
        .startsWith("Undetermined: ")
        .contains("1.2.3.3");
  }

  @Test
  void isUndeterminedIfTheFamiliesOfAnUnknownModelFareDifferently() {
    var report =
        RuleFixture.serving(endEntity)
            .on(new FirmwareDraft().holding(root).alsoRelease("blue", "1.2.3.4"))
            .group(RuleFixture.phones("", "1.2.3.4"))
            .report();

    assertThat(report.phones().undetermined()).isEqualTo(10);
    assertThat(report.groups().get(0).findings())
        .filteredOn(finding -> finding.rule().equals("UnknownFirmware"))
        .extracting(finding -> finding.message())
        .containsExactly(
            "The inventory names no model for these phones, and the families of example-phone fare"
                + " differently: blue is Broken, red is Compatible.");
  }
}
