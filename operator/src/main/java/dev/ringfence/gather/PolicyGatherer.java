package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.ApprovalRequirement;
import dev.ringfence.api.v1alpha1.PhoneBudgets;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.api.v1alpha1.RenewalPolicySpec;
import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.policy.Budgets;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.Policy;
import dev.ringfence.policy.Severity;
import dev.ringfence.policy.Undetermined;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a policy; what it leaves out is as in {@link Policy#defaults()}. */
public final class PolicyGatherer {
  /** Reason of the problem of a policy that cannot be used. */
  public static final String INVALID = "PolicyInvalid";

  private final Set<String> rules;

  /**
   * @param rules ids of the rules that there are
   */
  public PolicyGatherer(Collection<String> rules) {
    this.rules = new TreeSet<>(rules);
  }

  /**
   * Reads one policy.
   *
   * @throws UnresolvedInputException naming everything that is wrong with it
   */
  public Policy gather(RenewalPolicy resource) {
    Refusals refusals = new Refusals("RenewalPolicy " + resource.getMetadata().getName());
    RenewalPolicySpec spec = resource.getSpec();
    if (spec == null) {
      refusals.add("spec", "is missing; write spec: {} for the built-in defaults.");
      refusals.throwIfAny(INVALID);
      return Policy.defaults();
    }
    Policy defaults = Policy.defaults();
    Policy policy =
        new Policy(
            refusals.word("spec.mode", spec.mode(), defaults.mode(), Mode::label),
            refusals.word(
                "spec.undetermined",
                spec.undetermined(),
                defaults.undetermined(),
                Undetermined::label),
            refusals.word(
                "spec.minimumEvidence",
                spec.minimumEvidence(),
                defaults.minimumEvidence(),
                EvidenceLevel::label),
            minimumFirmware(spec.minimumFirmware(), refusals),
            severities(spec.severities(), refusals),
            budgets(spec.budgets(), refusals),
            Set.copyOf(spec.protectedGroups()),
            approvalsRequired(spec.approvals(), refusals),
            spec.approvals() != null && Boolean.TRUE.equals(spec.approvals().fourEyes()));
    refusals.throwIfAny(INVALID);
    return policy;
  }

  /** A platform that is not named keeps its default. */
  private static Map<String, FirmwareVersion> minimumFirmware(
      Map<String, String> written, Refusals refusals) {
    Map<String, FirmwareVersion> minimum = new TreeMap<>(Policy.defaults().minimumFirmware());
    written.forEach(
        (platform, version) ->
            FirmwareVersion.parse(version)
                .ifPresentOrElse(
                    parsed -> minimum.put(platform, parsed),
                    () ->
                        refusals.add(
                            "spec.minimumFirmware." + platform,
                            "expected four numbers such as 4.0.7577.4420, found \"%s\"."
                                .formatted(version))));
    return minimum;
  }

  private Map<String, Severity> severities(Map<String, String> written, Refusals refusals) {
    Map<String, Severity> severities = new TreeMap<>();
    written.forEach(
        (rule, severity) -> {
          String field = "spec.severities." + rule;
          if (!rules.contains(rule)) {
            refusals.add(field, "there is no such rule." + NearestName.question(rule, rules));
          }
          severities.put(rule, refusals.word(field, severity, Severity.OFF, Severity::label));
        });
    return severities;
  }

  private static Budgets budgets(@Nullable PhoneBudgets written, Refusals refusals) {
    if (written == null) {
      return Budgets.NONE;
    }
    return new Budgets(
        budget("spec.budgets.broken", written.broken(), refusals),
        budget("spec.budgets.undetermined", written.undetermined(), refusals));
  }

  private static long budget(String field, @Nullable Long written, Refusals refusals) {
    long phones = written == null ? 0 : written;
    if (phones < 0) {
      refusals.add(field, "expected 0 or more phones, found %d.".formatted(phones));
      return 0;
    }
    return phones;
  }

  private static int approvalsRequired(@Nullable ApprovalRequirement written, Refusals refusals) {
    Integer required = written == null ? null : written.required();
    if (required == null) {
      return Policy.defaults().approvalsRequired();
    }
    if (required < 1) {
      refusals.add("spec.approvals.required", "expected 1 or more, found %d.".formatted(required));
      return 1;
    }
    return required;
  }
}
