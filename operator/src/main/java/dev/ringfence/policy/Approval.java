package dev.ringfence.policy;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A written acceptance of exactly one chain, some rules and a number of phones, until an instant.
 *
 * @param renewal name of the renewal it was written for
 * @param chainSha256 digest of the chain as served, lower-case hex
 * @param change ticket of the change, null if none was given
 */
public record Approval(
    String name,
    String renewal,
    String chainSha256,
    Set<String> rules,
    long maxPhones,
    Instant expiresAt,
    @Nullable String change,
    @Nullable String reason,
    String approvedBy) {
  public Approval {
    rules = Set.copyOf(rules);
  }
}
