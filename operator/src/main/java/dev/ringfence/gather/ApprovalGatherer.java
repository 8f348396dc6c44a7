package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalApprovalSpec;
import dev.ringfence.policy.Approval;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads an approval. One that cannot be read is not in force; it never holds a renewal. */
public final class ApprovalGatherer {
  /** Reason of the problem of an approval that cannot be used. */
  public static final String INVALID = "ApprovalInvalid";

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Set<String> rules;

  /**
   * @param rules ids of the rules that there are
   */
  public ApprovalGatherer(Collection<String> rules) {
    this.rules = new TreeSet<>(rules);
  }

  /**
   * Reads one approval.
   *
   * @throws UnresolvedInputException naming everything that is wrong with it
   */
  public Approval gather(RenewalApproval resource) {
    String name = resource.getMetadata().getName();
    Refusals refusals = new Refusals("RenewalApproval " + name);
    RenewalApprovalSpec spec = resource.getSpec();
    if (spec == null) {
      spec = new RenewalApprovalSpec(null, null, List.of(), null, null, null, null, null);
    }
    String renewal = refusals.required("spec.renewal", spec.renewal());
    String approvedBy = refusals.required("spec.approvedBy", spec.approvedBy());
    String chainSha256 = chainSha256(spec, refusals);
    long maxPhones = maxPhones(spec, refusals);
    Instant expiresAt = refusals.instant("spec.expiresAt", spec.expiresAt());
    checkRules(spec, refusals);
    refusals.throwIfAny(INVALID);
    return new Approval(
        name == null ? "" : name,
        renewal,
        chainSha256,
        Set.copyOf(spec.rules()),
        maxPhones,
        expiresAt,
        spec.change(),
        spec.reason(),
        approvedBy);
  }

  private static String chainSha256(RenewalApprovalSpec spec, Refusals refusals) {
    String digest = refusals.required("spec.chainSha256", spec.chainSha256());
    if (!digest.isEmpty() && !SHA256.matcher(digest).matches()) {
      refusals.add(
          "spec.chainSha256",
          "expected status.chainSha256 of the renewal, 64 lower-case hexadecimal digits without"
              + " colons, found \"%s\".".formatted(digest));
    }
    return digest;
  }

  private static long maxPhones(RenewalApprovalSpec spec, Refusals refusals) {
    Long maxPhones = spec.maxPhones();
    if (maxPhones == null) {
      refusals.add("spec.maxPhones", "is missing.");
      return 0;
    }
    if (maxPhones < 0) {
      refusals.add("spec.maxPhones", "expected 0 or more phones, found %d.".formatted(maxPhones));
    }
    return maxPhones;
  }

  private void checkRules(RenewalApprovalSpec spec, Refusals refusals) {
    if (spec.rules().isEmpty()) {
      refusals.add("spec.rules", "expected at least one rule.");
    }
    for (String rule : spec.rules()) {
      if (!rules.contains(rule)) {
        refusals.add(
            "spec.rules",
            "there is no rule \"%s\".%s".formatted(rule, NearestName.question(rule, rules)));
      }
    }
  }
}
