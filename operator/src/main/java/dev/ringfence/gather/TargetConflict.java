package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.RenewalTarget;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Problem;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of renewals with one target and different chains, the oldest keeps it. */
final class TargetConflict {
  static final String REASON = "TargetConflict";

  private static final Comparator<CertificateRenewal> OLDEST_FIRST =
      Comparator.comparing((CertificateRenewal r) -> created(r))
          .thenComparing(r -> r.getMetadata().getName());

  private final Resources resources;
  private final ChainReferences chains;

  TargetConflict(Resources resources, ChainReferences chains) {
    this.resources = resources;
    this.chains = chains;
  }

  /** The problem of a renewal that is not the one to keep its target. */
  Optional<Problem> of(CertificateRenewal renewal, CertificateChain chain) {
    RenewalTarget target = renewal.getSpec().target();
    String namespace = renewal.getMetadata().getNamespace();
    if (target == null || namespace == null) {
      return Optional.empty();
    }
    return resources.renewalsOfTarget(namespace, target.secretName()).stream()
        .min(OLDEST_FIRST)
        .filter(oldest -> OLDEST_FIRST.compare(oldest, renewal) < 0)
        .filter(oldest -> !chain.sha256().equals(digest(oldest)))
        .map(
            oldest ->
                new Problem(
                    REASON,
                    "The renewal %s is older and brings another chain to the Secret %s, so it keeps"
                            .formatted(oldest.getMetadata().getName(), target.secretName())
                        + " it; delete one of the two, or give both the same chain.",
                    false));
  }

  /** Null if it cannot be had: then nothing shows that it is the same chain. */
  private @Nullable String digest(CertificateRenewal other) {
    try {
      return chains
          .chain(other.getMetadata().getNamespace(), other.getSpec().chain(), "spec.chain")
          .sha256();
    } catch (UnresolvedInputException e) {
      return null;
    }
  }

  /** RFC 3339 in UTC and of one length, so that text sorts by time. */
  private static String created(CertificateRenewal renewal) {
    String created = renewal.getMetadata().getCreationTimestamp();
    return created == null ? "" : created;
  }
}
