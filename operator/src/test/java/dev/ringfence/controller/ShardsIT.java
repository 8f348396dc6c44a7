package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.demo.ApiRequest;
import dev.ringfence.kubernetes.EmptyCluster;
import dev.ringfence.kubernetes.RealApi;
import dev.ringfence.metrics.Telemetry;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two shards on a real API server. */
class ShardsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int EDITS = 18;
  private static final List<String> NAMESPACES = List.of("voice-a", "voice-b", "voice-nobody");

  private final KubernetesClient client = RealApi.get().client(request -> {});
  private final RunningShard north = new RunningShard("north", true);
  private final RunningShard south = new RunningShard("south", false);

  @BeforeEach
  void namespaces() {
    NAMESPACES.forEach(namespace -> EmptyCluster.empty(client, namespace));
    give("voice-a", "north");
    give("voice-b", "south");
    for (String namespace : NAMESPACES) {
      apply(namespace, Manifests.fleet("desk-phones", "4.0.7577.4387", 10, Manifests.ROOT));
      apply(namespace, renewal(Manifests.chain(Manifests.ROOT)));
    }
  }

  @AfterEach
  void stop() {
    north.close();
    south.close();
    NAMESPACES.forEach(namespace -> EmptyCluster.empty(client, namespace));
    client.close();
  }

  @Test
  void eachWritesInItsNamespacesAndNobodyInThoseOfNoShard() {
    north.start();
    south.start();
    awaitVerdict("voice-a", 1);
    awaitVerdict("voice-b", 1);
    awaitQuiet();

    assertThat(north.writes()).isNotEmpty().noneMatch(Write::isInB).noneMatch(Write::isInNobodys);
    assertThat(south.writes()).isNotEmpty().noneMatch(Write::isInA).noneMatch(Write::isInNobodys);
    assertThat(verdict("voice-nobody")).isNull();
    assertThat(north.scrape("ringfence_renewals{")).allMatch(line -> line.contains("voice-a"));
    assertThat(south.scrape("ringfence_renewals{")).allMatch(line -> line.contains("voice-b"));
    assertThat(phones(north) + phones(south)).isEqualTo(20);
  }

  @Test
  void aNamespaceThatIsGivenToAnotherShardIsNeverWrittenByBoth() {
    north.start();
    south.start();
    awaitVerdict("voice-b", 1);
    awaitQuiet();
    Instant given = Instant.now();

    give("voice-b", "north");
    String chain = Manifests.chain(Manifests.ROOT);
    for (int edit = 1; edit <= EDITS; edit++) {
      apply("voice-b", renewal(chain + Manifests.ROOT.pem().repeat(edit % 2)));
    }
    awaitVerdict("voice-b", 1 + EDITS);
    awaitQuiet();

    assertThat(south.writes().stream().filter(Write::isInB).map(Write::at))
        .allMatch(at -> at.isBefore(given.plus(Shard.CONFIRMED)));
    assertThat(north.writes().stream().filter(Write::isInB).map(Write::at))
        .isNotEmpty()
        .allMatch(at -> !at.isBefore(given.plus(Shard.HANDOVER).minusSeconds(1)));
    assertThat(south.scrape("ringfence_renewals{")).noneMatch(line -> line.endsWith(" 1.0"));
    assertThat(phones(north)).isEqualTo(20);
    assertThat(phones(south)).isZero();
  }

  private static String renewal(String pem) {
    return Manifests.renewal("pool", pem, "desk-phones");
  }

  private void give(String namespace, String shard) {
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .withLabels(Map.of(Shard.LABEL, shard))
                .endMetadata()
                .build())
        .createOr(NonDeletingOperation::patch);
  }

  private void apply(String namespace, String yaml) {
    String there = yaml.replace("namespace: " + OperatorRig.NAMESPACE, "namespace: " + namespace);
    client
        .load(new ByteArrayInputStream(there.getBytes(StandardCharsets.UTF_8)))
        .items()
        .forEach(object -> client.resource(object).createOr(NonDeletingOperation::update));
  }

  private @Nullable String verdict(String namespace) {
    CertificateRenewal found =
        client.resources(CertificateRenewal.class).inNamespace(namespace).withName("pool").get();
    CertificateRenewalStatus status = Objects.requireNonNull(found).getStatus();
    return status == null ? null : status.verdict();
  }

  private void awaitVerdict(String namespace, long generation) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              CertificateRenewal found =
                  Objects.requireNonNull(
                      client
                          .resources(CertificateRenewal.class)
                          .inNamespace(namespace)
                          .withName("pool")
                          .get());
              return found.getStatus() != null
                  && found.getStatus().verdict() != null
                  && found.getMetadata().getGeneration() >= generation
                  && Objects.equals(
                      found.getStatus().observedGeneration(), found.getMetadata().getGeneration());
            });
  }

  private void awaitQuiet() {
    int[] seen = {-1};
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              int before = seen[0];
              seen[0] = north.writes().size() + south.writes().size();
              return before == seen[0];
            });
  }

  private static long phones(RunningShard shard) {
    return shard.scrape("ringfence_fleet_phones{").stream()
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** What a shard asked to be written, and when. */
  private record Write(Instant at, String path) {
    boolean isInA() {
      return path.contains("/namespaces/voice-a/");
    }

    boolean isInB() {
      return path.contains("/namespaces/voice-b/");
    }

    boolean isInNobodys() {
      return path.contains("/namespaces/voice-nobody/");
    }
  }

  private static final class RunningShard implements AutoCloseable {
    private final List<Write> writes = new CopyOnWriteArrayList<>();
    private final Telemetry telemetry = new Telemetry(Clock.systemUTC());
    private final KubernetesClient client = RealApi.get().client(this::see);
    private final RingfenceOperator operator;

    RunningShard(String name, boolean writesCatalogs) {
      operator =
          new RingfenceOperator(
              new OperatorSettings(
                  Set.of(),
                  Set.of(),
                  Set.of("lync-phone-edition"),
                  "ringfence-" + name,
                  null,
                  name,
                  writesCatalogs),
              client,
              new Measurements(Clock.systemUTC(), telemetry.samples(), telemetry.meters()),
              () -> {});
    }

    private void see(ApiRequest request) {
      if (request.writes()) {
        writes.add(new Write(Instant.now(), request.path()));
      }
    }

    void start() {
      operator.start();
    }

    List<Write> writes() {
      return writes;
    }

    List<String> scrape(String start) {
      return telemetry
          .scrape()
          .read("")
          .text()
          .lines()
          .filter(line -> line.startsWith(start))
          .toList();
    }

    @Override
    public void close() {
      operator.close();
      client.close();
    }
  }
}
