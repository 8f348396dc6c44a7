package dev.ringfence.pki;

import java.time.Instant;
import java.util.Objects;

/**
 * The validity period as written in a certificate, both ends included (RFC 5280 4.1.2.5). A period
 * whose end lies before its start is kept as found and contains nothing.
 */
public record Validity(Instant notBefore, Instant notAfter) {
  public Validity {
    Objects.requireNonNull(notBefore);
    Objects.requireNonNull(notAfter);
  }

  /** The end is a whole second that is included: the period ends where the next second starts. */
  public boolean contains(Instant instant) {
    return !isNotYetValidAt(instant) && !isExpiredAt(instant);
  }

  public boolean isExpiredAt(Instant instant) {
    return instant.getEpochSecond() > notAfter.getEpochSecond();
  }

  public boolean isNotYetValidAt(Instant instant) {
    return instant.isBefore(notBefore);
  }
}
