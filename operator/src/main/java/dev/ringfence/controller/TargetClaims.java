package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which renewal brings which chain to which target, as last seen, to tell whose verdict may depend
 * on it. Whether two of them conflict is decided from the cache, never from here.
 */
final class TargetClaims {
  private final RenewalIndexes renewals;
  private final Map<ResourceID, Claim> claims = new ConcurrentHashMap<>();

  TargetClaims(RenewalIndexes renewals) {
    this.renewals = renewals;
  }

  /**
   * Notes what a renewal brings now.
   *
   * @param chainSha256 null if the chain cannot be had
   * @return the others with the old or the new target if anything changed, else none
   */
  Set<ResourceID> claimed(CertificateRenewal renewal, @Nullable String chainSha256) {
    ResourceID id = ResourceID.fromResource(renewal);
    String target =
        renewal.getSpec() == null || renewal.getSpec().target() == null
            ? null
            : renewal.getSpec().target().secretName();
    Claim now = new Claim(target, chainSha256);
    Claim before = claims.put(id, now);
    return now.equals(before) ? Set.of() : others(id, before, now);
  }

  /** The others with the target of a renewal that is gone. */
  Set<ResourceID> gone(CertificateRenewal renewal) {
    ResourceID id = ResourceID.fromResource(renewal);
    Claim before = claims.remove(id);
    return others(id, before, null);
  }

  private Set<ResourceID> others(ResourceID id, @Nullable Claim before, @Nullable Claim now) {
    Set<ResourceID> others = new HashSet<>();
    add(others, id, before);
    add(others, id, now);
    others.remove(id);
    return others;
  }

  private void add(Set<ResourceID> others, ResourceID id, @Nullable Claim claim) {
    if (claim != null && claim.target() != null) {
      renewals
          .ofTarget(id.getNamespace().orElse(""), claim.target())
          .forEach(other -> others.add(ResourceID.fromResource(other)));
    }
  }

  private record Claim(@Nullable String target, @Nullable String chainSha256) {}
}
