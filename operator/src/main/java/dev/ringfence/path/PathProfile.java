package dev.ringfence.path;

/**
 * A path builder as a set of independent switches. Profiles are data: {@link PathProfiles} lists
 * them.
 */
public record PathProfile(
    String name, ChainGrowth growth, IssuerChoice issuers, ValidationRules rules) {

  /** This profile with a limit on CA certificates between end entity and anchor. */
  public PathProfile withMaximumIntermediates(int maximum) {
    return new PathProfile(
        name,
        growth,
        issuers,
        new ValidationRules(
            rules.checks(),
            rules.certificates(),
            rules.reading(),
            rules.enforcesAnchorExpiry(),
            rules.notAfterInclusive(),
            rules.commonNames(),
            rules.wildcards(),
            rules.order(),
            rules.algorithms(),
            maximum));
  }

  /** Whether a structurally possible path is one that this builder recognises as such. */
  boolean allows(CertificationPath path) {
    if (path.length() - 1 > growth.maximumDepth()) {
      return false;
    }
    for (int i = 1; i < path.length(); i++) {
      var issuer = path.certificates().get(i);
      if (!issuers.mayIssue(issuer, path.certificates().get(i - 1))) {
        return false;
      }
    }
    return true;
  }
}
