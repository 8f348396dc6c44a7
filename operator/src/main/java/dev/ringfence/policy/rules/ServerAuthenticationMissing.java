package dev.ringfence.policy.rules;

import dev.ringfence.catalog.FactKey;
import dev.ringfence.path.PathChecks;
import dev.ringfence.path.PathFailure;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.PathRule;
import dev.ringfence.policy.PathSubject;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.List;

/** The end entity or a CA of the path is not for TLS servers. */
public final class ServerAuthenticationMissing implements PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "ServerAuthenticationMissing",
        "The extended key usage of a certificate of the path leaves out TLS server authentication.",
        List.of(
            "RFC 5280 section 4.2.1.12",
            "Lync Server 2013: certificate infrastructure requirements"),
        Category.PATH,
        Severity.ERROR,
        List.of(Affects.REGISTRATION, Affects.UPDATE));
  }

  @Override
  public boolean appliesTo(PathSubject path) {
    return true;
  }

  @Override
  public List<Observation> check(PathSubject path) {
    List<Observation> seen = new ArrayList<>();
    for (PathFailure failure : PathChecks.serverAuthentication(path.certificationPath())) {
      seen.addAll(
          Observation.ifChecked(
              path.facts().fact(FactKey.CHECKS_SERVER_AUTHENTICATION),
              failure.detail(),
              "Does " + path.phone() + " accept a chain with this defect?"));
    }
    return seen;
  }
}
