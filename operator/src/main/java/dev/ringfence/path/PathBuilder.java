package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.time.Instant;
import java.util.List;

/** Builds the path that a profile commits to. */
public final class PathBuilder {
  private final CertificateGraph graph;

  /**
   * @param graph holds at least what is served and what the stores hold
   */
  public PathBuilder(CertificateGraph graph) {
    this.graph = graph;
  }

  /**
   * The path that the profile commits to, or how far it comes.
   *
   * @param served as in TLS, end entity first
   * @param at when issuers are chosen, for profiles that look at dates then
   * @param acceptance judges each complete path; a profile that does not try others is bound to the
   *     first
   */
  public BuiltPath build(
      PathProfile profile,
      List<Certificate> served,
      TrustStore store,
      Instant at,
      PathAcceptance acceptance,
      SearchBudget budget) {
    if (served.isEmpty()) {
      throw new IllegalArgumentException("no certificate is served, expected 1 or more");
    }
    var judge = new PathJudge(graph, acceptance, budget);
    if (profile.growth().triesOtherIssuers()) {
      return new CompleteSearch(graph, profile, store, budget).build(served, judge);
    }
    return new StepwiseSearch(graph, profile, served, store, at, budget).build(judge);
  }
}
