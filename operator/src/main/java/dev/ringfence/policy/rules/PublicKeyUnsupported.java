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

/** A certificate of the path has a key whose type, curve or size the firmware cannot use. */
public final class PublicKeyUnsupported implements PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "PublicKeyUnsupported",
        "A certificate of the path has a key whose type, curve or size the firmware cannot use.",
        List.of("RFC 5280 section 4.1.2.7", "RFC 3279 section 2.3"),
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
    for (Certificate certificate : path.path().certificates()) {
      Fact handles = path.facts().fact(FactKey.publicKey(certificate.publicKey()));
      if (handles.isYes()) {
        continue;
      }
      String key = certificate.publicKey().name();
      seen.addAll(
          Observation.needs(
              handles,
              certificate.displayName()
                  + " has the public key "
                  + key
                  + "; expected a key that "
                  + path.phone()
                  + " handles.",
              "Does " + path.phone() + " accept a certificate with the key " + key + "?"));
    }
    return seen;
  }
}
