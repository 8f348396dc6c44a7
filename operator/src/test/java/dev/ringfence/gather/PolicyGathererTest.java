package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.policy.Budgets;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.Policy;
import dev.ringfence.policy.Problem;
import dev.ringfence.policy.Severity;
import dev.ringfence.policy.Undetermined;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyGathererTest {
  private final PolicyGatherer gatherer =
      new PolicyGatherer(List.of("TrustAnchorMissing", "WildcardName"));

  @Test
  void anEmptySpecIsTheBuiltInPolicy() {
    assertThat(gatherer.gather(policy("{}"))).isEqualTo(Policy.defaults());
  }

  @Test
  void everyFieldIsRead() {
    assertThat(
            gatherer.gather(
                policy(
                    """
                    {mode: Observe, undetermined: Warn, minimumEvidence: FieldReported,
                     minimumFirmware: {lync-phone-edition: 4.0.7577.4455, other: 1.2.3.4},
                     severities: {WildcardName: "Off", TrustAnchorMissing: Warning},
                     budgets: {broken: 3, undetermined: 40}, protectedGroups: [lobby],
                     approvals: {required: 2, fourEyes: true}}
                    """)))
        .isEqualTo(
            new Policy(
                Mode.OBSERVE,
                Undetermined.WARN,
                EvidenceLevel.FIELD_REPORTED,
                Map.of(
                    "lync-phone-edition", new FirmwareVersion(4, 0, 7577, 4455),
                    "other", new FirmwareVersion(1, 2, 3, 4)),
                Map.of("WildcardName", Severity.OFF, "TrustAnchorMissing", Severity.WARNING),
                new Budgets(3, 40),
                Set.of("lobby"),
                2,
                true));
  }

  @Test
  void aPlatformThatIsNotNamedKeepsItsMinimum() {
    assertThat(gatherer.gather(policy("{minimumFirmware: {other: 1.2.3.4}}")).minimumFirmware())
        .containsAllEntriesOf(Policy.defaults().minimumFirmware())
        .containsKey("other");
  }

  @Test
  void aBudgetThatIsNotNamedIsNone() {
    assertThat(gatherer.gather(policy("{budgets: {undetermined: 5}}")).budgets())
        .isEqualTo(new Budgets(0, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {severities: {WildcardNames: Error}}         | spec.severities.WildcardNames: there is no such rule. Did you mean "WildcardName"?
          {severities: {WildcardName: error}}          | spec.severities.WildcardName: expected one of Error, Warning, Notice, Off, found "error".
          {mode: Report}                               | spec.mode: expected one of Enforce, Observe, found "Report".
          {undetermined: Allow}                        | spec.undetermined: expected one of Block, Warn, found "Allow".
          {minimumEvidence: Guessed}                   | spec.minimumEvidence: expected one of Recollected, Inferred, FieldReported, Observed, Documented, found "Guessed".
          {minimumFirmware: {lync-phone-edition: CU8}} | spec.minimumFirmware.lync-phone-edition: expected four numbers such as 4.0.7577.4420, found "CU8".
          {budgets: {broken: -1}}                      | spec.budgets.broken: expected 0 or more phones, found -1.
          {approvals: {required: 0}}                   | spec.approvals.required: expected 1 or more, found 0.
          """)
  void saysWhatToWriteInstead(String spec, String sentence) {
    assertThat(problemOf(spec))
        .isEqualTo(
            new Problem("PolicyInvalid", "RenewalPolicy sample cannot be used. " + sentence, true));
  }

  @Test
  void namesEverythingThatIsWrongInOrder() {
    assertThat(problemOf("{undetermined: Allow, mode: Report}").message())
        .containsSubsequence("spec.mode:", "spec.undetermined:");
  }

  @Test
  void aPolicyWithoutSpecIsNotTakenForTheDefault() {
    RenewalPolicy policy = policy("{}");
    policy.setSpec(null);

    assertThatThrownBy(() -> gatherer.gather(policy))
        .isInstanceOf(UnresolvedInputException.class)
        .hasMessageContaining("spec: is missing");
  }

  private Problem problemOf(String spec) {
    try {
      gatherer.gather(policy(spec));
    } catch (UnresolvedInputException e) {
      return e.problem();
    }
    throw new AssertionError("nothing was refused");
  }

  private static RenewalPolicy policy(String spec) {
    String text =
        """
        apiVersion: ringfence.dev/v1alpha1
        kind: RenewalPolicy
        metadata: {name: sample}
        spec: %s
        """
            .formatted(spec.replace("\n", "\n  "));
    return new ManifestReader()
        .readOne(text.getBytes(StandardCharsets.UTF_8), "policy.yaml", RenewalPolicy.class);
  }
}
