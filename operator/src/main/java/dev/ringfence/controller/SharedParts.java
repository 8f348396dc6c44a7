package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.gather.RecentValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes statuses that say the same, as thousands do, keep it once. */
final class SharedParts {
  private static final int MAX_KEPT = 8192;

  private final RecentValues<Object, Object> known = new RecentValues<>(MAX_KEPT, value -> 1);

  @Nullable CertificateRenewalStatus of(@Nullable CertificateRenewalStatus status) {
    return status == null
        ? null
        : new CertificateRenewalStatus(
            status.observedGeneration(),
            status.verdict(),
            status.gate(),
            status.chainSha256() == null ? null : one(status.chainSha256()),
            status.chain() == null ? null : one(status.chain()),
            status.phones() == null ? null : one(status.phones()),
            all(status.findings()),
            status.findingsOmitted(),
            all(status.inputs()),
            status.breaksAt() == null ? null : one(status.breaksAt()),
            status.reportRef(),
            all(status.conditions()));
  }

  private <T> List<T> all(List<T> values) {
    return one(values.stream().map(this::one).toList());
  }

  /** The equal one that is known already, if any. */
  @SuppressWarnings("unchecked")
  private <T> T one(T value) {
    Object before = known.get(value);
    if (before != null) {
      return (T) before;
    }
    known.put(value, value);
    return value;
  }
}
