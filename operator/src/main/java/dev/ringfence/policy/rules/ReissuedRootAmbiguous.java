package dev.ringfence.policy.rules;

import dev.ringfence.catalog.Answer;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.AnchorTrust;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.PathRule;
import dev.ringfence.policy.PathSubject;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The anchor exists in two certificates with one key and name, and the firmware holds the one that
 * ends earlier.
 */
public final class ReissuedRootAmbiguous implements PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "ReissuedRootAmbiguous",
        "The anchor's key and name exist in two certificates and the firmware holds the copy that"
            + " ends earlier.",
        List.of("RFC 5280 section 6.1.1 (d)"),
        Category.TRUST,
        Severity.WARNING,
        List.of(Affects.REGISTRATION, Affects.UPDATE));
  }

  @Override
  public boolean appliesTo(PathSubject path) {
    return path.path().anchor() != null && path.anchorTrust() != null;
  }

  @Override
  public List<Observation> check(PathSubject path) {
    Certificate held = Objects.requireNonNull(path.path().anchor());
    AnchorTrust trust = Objects.requireNonNull(path.anchorTrust());
    return path.graph().certificates().stream()
        .filter(other -> reissue(held, other))
        .filter(other -> path.trust().of(other).answer() != Answer.YES)
        .max(Comparator.comparing((Certificate other) -> other.validity().notAfter()))
        .map(other -> List.of(observation(path, trust, held, other)))
        .orElse(List.of());
  }

  /** Certain only if the firmware holds the one copy and not the other. */
  private static Observation observation(
      PathSubject path, AnchorTrust trust, Certificate held, Certificate other) {
    AnchorTrust trustInOther = path.trust().of(other);
    boolean certain = trust.answer() == Answer.YES && trustInOther.answer() == Answer.NO;
    String message =
        path.phone()
            + (certain ? " holds the copy of " : " may hold only the copy of ")
            + held.displayName()
            + " that ends at "
            + held.validity().notAfter()
            + "; the same key and name were issued again until "
            + other.validity().notAfter()
            + " (SHA-256 "
            + other.sha256()
            + ").";
    return certain
        ? Observation.violated(message, trust.held())
        : Observation.undetermined(
            message,
            (trust.answer() == Answer.YES ? trustInOther : trust).held(),
            "Which copies of " + held.displayName() + " does " + path.phone() + " hold?");
  }

  private static boolean reissue(Certificate held, Certificate other) {
    return !held.equals(other)
        && other.selfIssued()
        && held.subject().matches(other.subject())
        && held.publicKey().spkiSha256().equals(other.publicKey().spkiSha256())
        && held.validity().notAfter().isBefore(other.validity().notAfter());
  }
}
