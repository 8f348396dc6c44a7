package dev.ringfence.policy.rules;

import dev.ringfence.catalog.FactKey;
import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.GroupRule;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.List;

/** A name the phones connect to is not in the certificate. */
public final class ServerNameMismatch implements GroupRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "ServerNameMismatch",
        "A name that the phones connect to is not in the end entity certificate.",
        List.of("RFC 2818 section 3.1", "RFC 6125 section 6.4"),
        Category.NAME,
        Severity.ERROR,
        List.of(Affects.REGISTRATION));
  }

  @Override
  public boolean appliesTo(GroupSubject group) {
    return group.known();
  }

  @Override
  public List<Observation> check(GroupSubject group) {
    List<Observation> seen = new ArrayList<>();
    for (String name : group.evaluation().serverNames()) {
      seen.addAll(check(group, name, FactKey.CHECKS_SERVER_NAME));
    }
    for (String domain : group.evaluation().sipDomains()) {
      seen.addAll(check(group, "sip." + domain, FactKey.CHECKS_SIP_DOMAIN));
    }
    return seen;
  }

  private static List<Observation> check(GroupSubject group, String name, FactKey check) {
    if (group.chain().isFor(name)) {
      return List.of();
    }
    return Observation.ifChecked(
        group.facts().fact(check),
        "The phones connect to "
            + name
            + "; the certificate is for "
            + names(group.chain().endEntity())
            + ".",
        "Does " + group.trust().phone() + " refuse a certificate without the name " + name + "?");
  }

  private static String names(Certificate endEntity) {
    List<String> names = endEntity.subjectAlternativeNames().dnsNames();
    if (names.isEmpty()) {
      return String.join(", ", endEntity.commonNames());
    }
    return String.join(", ", names.subList(0, Math.min(10, names.size())))
        + (names.size() > 10 ? " and " + (names.size() - 10) + " more" : "");
  }
}
