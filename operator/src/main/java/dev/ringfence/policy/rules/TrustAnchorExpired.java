package dev.ringfence.policy.rules;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.AnchorTrust;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.PathRule;
import dev.ringfence.policy.PathSubject;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.List;
import java.util.Objects;

/** The copy of the anchor that the firmware holds is expired, and the firmware enforces that. */
public final class TrustAnchorExpired implements PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "TrustAnchorExpired",
        "The anchor copy that the firmware holds is expired and the firmware enforces it.",
        List.of(
            "RFC 5280 section 6.1.1 (d): anchors carry no dates by themselves, so this is a fact of"
                + " the firmware"),
        Category.TRUST,
        Severity.ERROR,
        List.of(Affects.REGISTRATION, Affects.UPDATE));
  }

  @Override
  public boolean appliesTo(PathSubject path) {
    return path.path().anchor() != null;
  }

  @Override
  public List<Observation> check(PathSubject path) {
    Certificate anchor = Objects.requireNonNull(path.path().anchor());
    if (anchor.validity().contains(path.at())) {
      return List.of();
    }
    Fact enforces = path.facts().fact(FactKey.ENFORCES_ANCHOR_EXPIRY);
    boolean early = path.at().isBefore(anchor.validity().notBefore());
    return Observation.ifChecked(
        enforces,
        "The copy of "
            + anchor.displayName()
            + " (SHA-256 "
            + anchor.sha256()
            + ") that "
            + path.phone()
            + (held(path) ? " holds " : " may hold ")
            + (early
                ? "begins at " + anchor.validity().notBefore()
                : "ended at " + anchor.validity().notAfter())
            + "; the instant judged is "
            + path.at()
            + ".",
        "Does " + path.phone() + " refuse a chain whose trusted root is expired?");
  }

  private static boolean held(PathSubject path) {
    AnchorTrust trust = path.anchorTrust();
    return trust != null && trust.answer() == Answer.YES;
  }
}
