package dev.ringfence.policy;

import dev.ringfence.pki.Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the path builders that a firmware may have disagree on a chain: what about the served
 * certificates makes the difference, found by judging the chain without it.
 *
 * @param certificate the one that {@code cause} speaks of, null unless it speaks of one
 * @param accepting profiles by which the firmware accepts the chain as served, sorted
 * @param failing profiles by which it does not, sorted; one that is in both lists depends on roots
 *     that the firmware may hold
 */
public record ServedDifference(
    Cause cause, @Nullable Certificate certificate, List<String> accepting, List<String> failing) {

  /** What divides the builders. */
  public enum Cause {
    /** Without the certificate all builders accept. */
    SENT,
    /** With the certificate all builders accept. */
    NOT_SENT,
    /** In the order in which one certificate issued the other all builders accept. */
    ORDER,
    /** No single change makes all builders accept. */
    UNKNOWN
  }

  public ServedDifference {
    accepting = List.copyOf(accepting);
    failing = List.copyOf(failing);
    boolean single = cause == Cause.SENT || cause == Cause.NOT_SENT;
    if (single != (certificate != null)) {
      throw new IllegalArgumentException(
          "the cause %s with the certificate %s; expected one exactly for SENT and NOT_SENT"
              .formatted(cause, certificate));
    }
  }
}
