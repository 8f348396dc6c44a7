package dev.ringfence.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.faults.Cluster.Applied;
import dev.ringfence.gather.CatalogsInForce;
import dev.ringfence.gather.Content;
import dev.ringfence.gather.Gatherer;
import dev.ringfence.gather.Resources;
import dev.ringfence.policy.PolicyEngine;
import dev.ringfence.policy.rules.Rules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The verdict over the objects that a status names as its inputs, as users applied them: by the
 * engine alone, past every cache and watch.
 */
final class ExpectedVerdict {
  private final List<Applied> history;
  private final PolicyEngine engine = new PolicyEngine(Rules.all());
  private final CatalogsInForce catalogs = new CatalogsInForce(Set.of("lync-phone-edition"));
  private final List<String> rules = Rules.ids();

  ExpectedVerdict(List<Applied> history) {
    this.history = history;
  }

  String verdict(JsonNode status, long generation, Instant at) {
    CertificateRenewal renewal =
        applied(CertificateRenewal.class, Scenarios.RENEWAL, generation).orElseThrow();
    return new Gatherer(new Named(status), catalogs, rules)
        .gather(renewal, at)
        .report(engine)
        .verdict()
        .label();
  }

  private <T extends HasMetadata> Optional<T> applied(Class<T> kind, String name, long generation) {
    return history.stream()
        .filter(applied -> applied.is(kind, name))
        .map(applied -> kind.cast(applied.object()))
        .filter(object -> object.getMetadata().getGeneration() == generation)
        .findFirst();
  }

  /** The inputs in the generations that the status names; what it does not name is not there. */
  private final class Named implements Resources {
    private final JsonNode status;

    private Named(JsonNode status) {
      this.status = status;
    }

    private <T extends HasMetadata> List<T> all(Class<T> kind) {
      return StreamSupport.stream(status.path("inputs").spliterator(), false)
          .filter(input -> input.path("kind").asText().equals(kind.getSimpleName()))
          .map(
              input ->
                  applied(kind, input.path("name").asText(), input.path("generation").asLong())
                      .orElseThrow())
          .toList();
    }

    private <T extends HasMetadata> Optional<T> one(Class<T> kind, String name) {
      return all(kind).stream()
          .filter(object -> object.getMetadata().getName().equals(name))
          .findFirst();
    }

    @Override
    public List<FirmwareCatalog> firmwareCatalogs() {
      return all(FirmwareCatalog.class);
    }

    @Override
    public Optional<PhoneFleet> phoneFleet(String namespace, String name) {
      return one(PhoneFleet.class, name);
    }

    @Override
    public Optional<RenewalPolicy> renewalPolicy(String namespace, String name) {
      return one(RenewalPolicy.class, name);
    }

    /** They change the gate, never the verdict. */
    @Override
    public List<RenewalApproval> renewalApprovals(String namespace, String renewal) {
      return List.of();
    }

    @Override
    public List<CertificateRenewal> renewalsOfTarget(String namespace, String secretName) {
      return List.of();
    }

    @Override
    public Content configMapValue(String namespace, String name, String key) {
      throw new IllegalStateException("No scenario names a ConfigMap.");
    }

    @Override
    public Content secretValue(String namespace, String name, String key) {
      throw new IllegalStateException("No scenario names a Secret.");
    }
  }
}
