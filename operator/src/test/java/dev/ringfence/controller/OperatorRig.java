package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.demo.ApiRequest;
import dev.ringfence.demo.EmbeddedApi;
import dev.ringfence.kubernetes.EmptyCluster;
import dev.ringfence.kubernetes.RealApi;
import dev.ringfence.metrics.Telemetry;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole operator on an API server, under a clock that only the test moves. */
final class OperatorRig implements AutoCloseable {
  static final String NAMESPACE = "voice";
  static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofMillis(700);

  private final @Nullable EmbeddedApi embedded;
  private final KubernetesClient client;
  private final KubernetesClient operatorClient;
  private final AtomicReference<Clock> clock =
      new AtomicReference<>(Clock.fixed(START, ZoneOffset.UTC));
  private final List<ApiRequest> writes = new CopyOnWriteArrayList<>();
  private final Telemetry telemetry;
  private final OperatorSettings settings;
  private @Nullable RingfenceOperator operator;

  /** On the embedded API. */
  OperatorRig() {
    this(everywhere());
  }

  OperatorRig(OperatorSettings settings) {
    this(settings, new EmbeddedApi());
  }

  private OperatorRig(OperatorSettings settings, EmbeddedApi embedded) {
    this.settings = settings;
    this.embedded = embedded;
    this.client = embedded.client();
    this.operatorClient = client;
    this.telemetry = new Telemetry(clock());
    embedded.intercept(
        request -> {
          see(request);
          return null;
        });
  }

  private OperatorRig(OperatorSettings settings, RealApi real, boolean asServiceAccount) {
    this.settings = settings;
    this.embedded = null;
    this.client = real.client(this::see);
    this.operatorClient = asServiceAccount ? real.operatorClient() : client;
    this.telemetry = new Telemetry(clock());
  }

  /** On the real API server, which is emptied first. */
  static OperatorRig onRealApi(OperatorSettings settings) {
    return onRealApi(settings, false);
  }

  /** With the rights of its ServiceAccount alone. */
  static OperatorRig asServiceAccount(OperatorSettings settings) {
    return onRealApi(settings, true);
  }

  private static OperatorRig onRealApi(OperatorSettings settings, boolean asServiceAccount) {
    OperatorRig rig = new OperatorRig(settings, RealApi.get(), asServiceAccount);
    EmptyCluster.empty(rig.client, NAMESPACE);
    rig.forgetWrites();
    return rig;
  }

  static OperatorRig onRealApi() {
    return onRealApi(everywhere());
  }

  static OperatorSettings everywhere() {
    return new OperatorSettings(
        Set.of(), Set.of(), Set.of("lync-phone-edition"), "ringfence-0", null);
  }

  /** Watching its namespace alone, Secrets included. */
  static OperatorSettings readingSecrets() {
    return new OperatorSettings(
        Set.of(NAMESPACE), Set.of(NAMESPACE), Set.of("lync-phone-edition"), "ringfence-0", null);
  }

  private void see(ApiRequest request) {
    if (request.writes()) {
      writes.add(request);
    }
  }

  OperatorRig start() {
    construct().start();
    return this;
  }

  /** An operator that is not started. */
  RingfenceOperator construct() {
    RingfenceOperator constructed =
        new RingfenceOperator(
            settings,
            operatorClient,
            new Measurements(clock(), telemetry.samples(), telemetry.meters()),
            () -> {});
    operator = constructed;
    return constructed;
  }

  /** Once nothing is under way: the embedded API stalls when a watch is closed in mid-delivery. */
  void stop() {
    awaitQuiet();
    Objects.requireNonNull(operator).close();
    operator = null;
  }

  EmbeddedApi api() {
    return Objects.requireNonNull(embedded, "this test needs the embedded API");
  }

  KubernetesClient client() {
    return client;
  }

  Telemetry telemetry() {
    return telemetry;
  }

  RingfenceOperator operator() {
    return Objects.requireNonNull(operator);
  }

  void moveClockTo(Instant instant) {
    clock.set(Clock.fixed(instant, ZoneOffset.UTC));
  }

  /** From now on the clock runs, starting at the instant given. */
  OperatorRig tickingFrom(Instant instant) {
    Clock system = Clock.systemUTC();
    clock.set(Clock.offset(system, Duration.between(system.instant(), instant)));
    return this;
  }

  /** Evaluations so far, of all verdicts. */
  long evaluations() {
    return counted("ringfence_evaluations_total{");
  }

  /** How often a report was rendered so far. */
  long renderings() {
    return counted("ringfence_report_renderings_total ");
  }

  private long counted(String metric) {
    return telemetry
        .scrape()
        .read("")
        .text()
        .lines()
        .filter(line -> line.startsWith(metric))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** YAML of one or more objects; what exists is replaced. */
  void apply(String yaml) {
    List<HasMetadata> objects =
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items();
    for (HasMetadata object : objects) {
      client.resource(object).createOr(NonDeletingOperation::update);
    }
  }

  @Nullable CertificateRenewal renewal(String name) {
    return client.resources(CertificateRenewal.class).inNamespace(NAMESPACE).withName(name).get();
  }

  @Nullable PhoneFleet fleet(String name) {
    return client.resources(PhoneFleet.class).inNamespace(NAMESPACE).withName(name).get();
  }

  CertificateRenewalStatus awaitStatus(
      String renewal, Predicate<CertificateRenewalStatus> reached) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () -> {
              CertificateRenewal found = renewal(renewal);
              assertThat(found).isNotNull();
              assertThat(found.getStatus()).isNotNull();
              assertThat(found.getStatus()).matches(reached);
            });
    return Objects.requireNonNull(Objects.requireNonNull(renewal(renewal)).getStatus());
  }

  CertificateRenewalStatus awaitVerdict(String renewal, String verdict, String gate) {
    return awaitStatus(
        renewal,
        status ->
            verdict.equals(status.verdict())
                && gate.equals(status.gate())
                && Objects.equals(
                    status.observedGeneration(),
                    Objects.requireNonNull(renewal(renewal)).getMetadata().getGeneration()));
  }

  /**
   * What was written to paths that contain this text, by anyone, since the last {@link
   * #forgetWrites}.
   */
  List<ApiRequest> writesTo(String part) {
    return writes.stream().filter(write -> write.path().contains(part)).toList();
  }

  void forgetWrites() {
    writes.clear();
  }

  /** Returns once nothing has been written for a while. */
  void awaitQuiet() {
    int[] seen = {-1};
    await()
        .atMost(PATIENCE)
        .pollInterval(QUIET)
        .until(
            () -> {
              int before = seen[0];
              seen[0] = writes.size();
              return before == seen[0];
            });
  }

  @Override
  public void close() {
    if (operator != null) {
      operator.close();
    }
    operatorClient.close();
    client.close();
    if (embedded != null) {
      embedded.close();
    }
  }

  private Clock clock() {
    InstantSource source = () -> Objects.requireNonNull(clock.get()).instant();
    return source.withZone(ZoneOffset.UTC);
  }

  static Stream<String> conditions(CertificateRenewalStatus status) {
    return status.conditions().stream().map(c -> c.type() + "=" + c.status() + "/" + c.reason());
  }
}
