package dev.ringfence.policy.rules;

import dev.ringfence.catalog.Answer;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.AnchorTrust;
import dev.ringfence.policy.Assessment;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.GroupRule;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.PathRule;
import dev.ringfence.policy.PathSubject;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.List;

/** No candidate path ends in an anchor this firmware holds, or whether one does is unknown. */
public final class TrustAnchorMissing implements PathRule, GroupRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "TrustAnchorMissing",
        "No candidate path ends in a trust anchor that this firmware holds.",
        List.of("RFC 5280 section 6.1.1 (d)", "RFC 8446 section 4.4.2"),
        Category.TRUST,
        Severity.ERROR,
        List.of(Affects.REGISTRATION, Affects.UPDATE));
  }

  @Override
  public boolean appliesTo(PathSubject path) {
    return true;
  }

  @Override
  public List<Observation> check(PathSubject path) {
    AnchorTrust trust = path.anchorTrust();
    Certificate anchor = path.path().anchor();
    if (trust == null || anchor == null) {
      Certificate last = path.path().signed().get(path.path().signed().size() - 1);
      String issuer = last.issuer().rfc4514();
      return List.of(
          new Observation(
              FindingResult.UNDETERMINED,
              "The path ends at "
                  + last.displayName()
                  + ", issued by "
                  + issuer
                  + ", a certificate that is neither served nor known to the catalog; the list of what "
                  + path.phone()
                  + " trusts is not documented as complete.",
              List.of(),
              "Does " + path.phone() + " hold a trusted root with the name " + issuer + "?"));
    }
    if (trust.answer() == Answer.YES) {
      return List.of();
    }
    String message =
        "Whether "
            + path.phone()
            + " trusts "
            + anchor.displayName()
            + " (SHA-256 "
            + anchor.sha256()
            + ") is not known well enough.";
    String question =
        "Does "
            + path.phone()
            + " hold the root "
            + anchor.displayName()
            + " (SHA-1 "
            + anchor.sha1()
            + ")?";
    return List.of(
        trust.pushed().answer() == Answer.UNKNOWN
            ? Observation.undetermined(message, trust.pushed(), question)
            : Observation.undetermined(message, trust.held(), question));
  }

  @Override
  public boolean appliesTo(GroupSubject group) {
    return group.known() && group.assessment().candidates().isEmpty();
  }

  @Override
  public List<Observation> check(GroupSubject group) {
    Assessment assessment = group.assessment();
    if (!assessment.searchComplete()) {
      return List.of(
          new Observation(
              FindingResult.UNDETERMINED,
              "The search for a path ended because its budget was used up before an anchor of "
                  + group.trust().phone()
                  + " was found.",
              List.of(),
              null));
    }
    if (IntermediateMissing.explains(group)) {
      return List.of();
    }
    List<Observation> seen = new ArrayList<>();
    for (Certificate end : assessment.missingIssuers()) {
      List<Certificate> absent = end.selfIssued() ? List.of(end) : group.chain().issuersOf(end);
      absent.forEach(root -> seen.add(absent(group, root)));
      if (absent.isEmpty()) {
        seen.add(
            Observation.violated(
                group.trust().phone()
                    + " holds no certificate with the name "
                    + end.issuer().rfc4514()
                    + ", which issued "
                    + end.displayName()
                    + ", where the path ends."));
      }
    }
    return seen.size() > 1 ? seen.stream().distinct().toList() : seen;
  }

  private static Observation absent(GroupSubject group, Certificate root) {
    AnchorTrust trust = group.trust().of(root);
    return Observation.violated(
        group.trust().phone()
            + " does not hold "
            + root.displayName()
            + " (SHA-256 "
            + root.sha256()
            + "), where the path ends. "
            + trust.held().why(),
        trust.held());
  }
}
