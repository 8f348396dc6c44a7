package dev.ringfence.policy.rules;

import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.PathRule;
import dev.ringfence.policy.PathSubject;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate of the path, its anchor excepted, is signed with what the firmware cannot verify.
 */
public final class SignatureAlgorithmUnsupported implements PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "SignatureAlgorithmUnsupported",
        "A certificate of the path is signed with an algorithm that the firmware cannot verify.",
        List.of("RFC 5280 section 4.1.1.2", "RFC 4055 section 3.1"),
        Category.ALGORITHM,
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
    for (Certificate certificate : path.path().signed()) {
      Fact verifies = path.facts().fact(FactKey.signature(certificate.signatureAlgorithm()));
      if (verifies.isYes()) {
        continue;
      }
      String algorithm = certificate.signatureAlgorithm().name();
      seen.addAll(
          Observation.needs(
              verifies,
              certificate.displayName()
                  + " is signed with "
                  + algorithm
                  + "; expected an algorithm that "
                  + path.phone()
                  + " verifies.",
              "Does " + path.phone() + " accept a certificate signed with " + algorithm + "?"));
    }
    return seen;
  }
}
