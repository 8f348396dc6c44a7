package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client that builds paths by one profile accepts one chain.
 *
 * @param served end entity first, the others in the order in which they are sent
 * @param serverName a host name or an IP address; absent if no name is asked for
 */
public record PathQuestion(
    PathProfile profile,
    List<Certificate> served,
    TrustStore store,
    Instant at,
    @Nullable String serverName,
    Purpose purpose) {
  public PathQuestion {
    served = List.copyOf(served);
    if (served.isEmpty()) {
      throw new IllegalArgumentException("no certificate is served, expected 1 or more");
    }
  }

  /**
   * Built and validated with a budget of its own.
   *
   * @param graph holds at least what is served and what the store holds
   */
  public PathVerdict answer(CertificateGraph graph) {
    var budget = SearchBudget.standard();
    var validator =
        new PathValidator(profile, at, serverName, purpose, InitialPolicies.NONE, budget);
    return PathVerdict.of(
        new PathBuilder(graph).build(profile, served, store, at, validator, budget));
  }
}
