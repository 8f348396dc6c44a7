package dev.ringfence.policy.rules;

import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.AssessedPath;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.GroupRule;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.List;
import java.util.Objects;

/** The phones accept the chain only because trust is pushed to them. */
public final class ProvisionedTrustRequired implements GroupRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "ProvisionedTrustRequired",
        "The chain works only because of pushed trust, which becomes active after the next sign-in.",
        List.of(
            "Lync Server: certificates for phones from Active Directory and the certificate web service"),
        Category.TRUST,
        Severity.WARNING,
        List.of(Affects.REGISTRATION));
  }

  @Override
  public boolean appliesTo(GroupSubject group) {
    return group.known()
        && group
            .assessment()
            .best()
            .filter(best -> best.violatedErrors() == 0 && best.path().anchor() != null)
            .isPresent();
  }

  @Override
  public List<Observation> check(GroupSubject group) {
    AssessedPath best = group.assessment().best().orElseThrow();
    Certificate anchor = Objects.requireNonNull(best.path().anchor());
    if (!group.trust().onlyPushed(anchor)) {
      return List.of();
    }
    return List.of(
        Observation.violated(
            group.trust().phone()
                + " trusts "
                + anchor.displayName()
                + " only because it is pushed; it becomes active after the next sign-in.",
            group.trust().of(anchor).pushed()));
  }
}
