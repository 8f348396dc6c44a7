package dev.ringfence.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.Verdict;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a scrape shows of the samples, and that it is clean OpenMetrics. */
class TelemetryTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  private static final PhoneKind OLD =
      new PhoneKind("lync-phone-edition", "CX600", "4.0.7577.4387");
  private static final PhoneKind NEW =
      new PhoneKind("lync-phone-edition", "CX600", "4.0.7577.4420");

  private final Telemetry telemetry = new Telemetry(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void everyMeterHasItsHelpAndNothingElseIsShown() {
    fill();
    telemetry.meters().ruleThrew("WildcardName");

    Set<String> families = new TreeSet<>();
    for (String line : scrape("application/openmetrics-text").lines().toList()) {
      if (line.startsWith("# HELP ")) {
        String[] words = line.split(" ", 4);
        Meter meter = meter(words[2]);
        families.add(meter.name());
        assertThat(words[3]).isEqualTo(meter.help());
      }
    }
    assertThat(families)
        .containsExactlyElementsOf(
            Meter.ALL.stream().map(Meter::name).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void theScrapeIsCleanOpenMetrics() {
    fill();
    telemetry.meters().evaluated(Verdict.BLOCK, Duration.ofMillis(7));

    String text = scrape("application/openmetrics-text;version=1.0.0");

    assertThat(text).endsWith("# EOF\n");
    Set<String> series = new HashSet<>();
    String family = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("# TYPE ")) {
        family = line.split(" ", 4)[2];
        assertThat(family).startsWith("ringfence_").doesNotEndWith("_total");
      } else if (!line.startsWith("#")) {
        assertThat(line)
            .matches("[a-z_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*})? [-+0-9.eE]+( .*)?");
        assertThat(line).startsWith(family);
        assertThat(series.add(line.substring(0, line.lastIndexOf(' ')))).as(line).isTrue();
      }
    }
    assertThat(series).isNotEmpty();
  }

  @Test
  void countsRenewalsByVerdictAndNamesOnlyThoseThatAreNotAllowed() {
    fill();

    assertThat(series("ringfence_renewals"))
        .containsExactly(
            "ringfence_renewals{gate=\"Closed\",namespace=\"voice\",verdict=\"Block\"} 1.0",
            "ringfence_renewals{gate=\"Open\",namespace=\"voice\",verdict=\"Allow\"} 1.0");
    assertThat(series("ringfence_renewal_phones"))
        .containsExactly(
            "ringfence_renewal_phones{gate=\"Closed\",namespace=\"voice\",outcome=\"Broken\",renewal=\"pool\"} 120.0");
  }

  @Test
  void aGroupCountsOnceWithItsWorstOutcome() {
    fill();

    assertThat(series("ringfence_fleet_phones"))
        .containsExactly(
            "ringfence_fleet_phones{fleet=\"desk\",namespace=\"voice\",outcome=\"Broken\"} 120.0",
            "ringfence_fleet_phones{fleet=\"desk\",namespace=\"voice\",outcome=\"Compatible\"} 40.0");
    assertThat(series("ringfence_phones_at_risk"))
        .containsExactly(
            "ringfence_phones_at_risk{firmware=\"4.0.7577.4387\",model=\"CX600\",outcome=\"Broken\",platform=\"lync-phone-edition\"} 120.0");
  }

  @Test
  void whatIsDeletedLeavesNothing() {
    fill();
    telemetry.samples().renewalDeleted("voice", "pool");
    telemetry.samples().renewalDeleted("voice", "web");
    telemetry.samples().fleetGone("voice", "desk");

    assertThat(series("ringfence_renewals")).isEmpty();
    assertThat(series("ringfence_renewal_phones")).isEmpty();
    assertThat(series("ringfence_phones")).isEmpty();
    assertThat(series("ringfence_fleet_phones")).isEmpty();
  }

  @Test
  void tellsWhatBreaksWithinAYearWhateverTheVerdict() {
    telemetry.samples().renewal(breaking("soon", Verdict.ALLOW, NOW.plus(Duration.ofDays(364))));
    telemetry.samples().renewal(breaking("later", Verdict.ALLOW, NOW.plus(Duration.ofDays(365))));

    assertThat(series("ringfence_chain_breaks_at_timestamp_seconds"))
        .singleElement()
        .asString()
        .contains("renewal=\"soon\"")
        .contains("outcome=\"Compatible\"");
  }

  @Test
  void namesTheWorstRenewalsUpToTheCapAndCountsTheOthers() {
    CurrentSamples samples = new CurrentSamples();
    SampleGauges gauges = new SampleGauges(samples, Clock.fixed(NOW, ZoneOffset.UTC), 2, 100);
    for (int i = 1; i <= 5; i++) {
      samples.renewal(blocked("pool-" + i, i));
    }

    assertThat(values(gauges, "ringfence_renewal_phones"))
        .containsExactly("pool-4 4.0", "pool-5 5.0");
    assertThat(values(gauges, "ringfence_renewals_unnamed")).containsExactly(" 3.0");
    assertThat(values(gauges, "ringfence_renewals")).containsExactly(" 5.0");
  }

  @Test
  void sumsTheKindsBeyondTheCap() {
    CurrentSamples samples = new CurrentSamples();
    SampleGauges gauges = new SampleGauges(samples, Clock.fixed(NOW, ZoneOffset.UTC), 10, 1);
    samples.fleet(new FleetSample("voice", "desk", Map.of(OLD, 5L, NEW, 7L), null));
    samples.fleet(new FleetSample("voice", "lab", Map.of(new PhoneKind("", "", "x"), 2L), null));

    assertThat(
            gauges.collect().stream()
                .filter(s -> s.getMetadata().getName().equals("ringfence_phones"))
                .flatMap(s -> s.getDataPoints().stream())
                .map(p -> p.getLabels().get("firmware") + " " + value(p)))
        .containsExactlyInAnyOrder("4.0.7577.4420 7.0", "other 7.0");
  }

  private void fill() {
    CurrentSamples samples = telemetry.samples();
    samples.renewal(
        new RenewalSample(
            "voice",
            "pool",
            Verdict.BLOCK,
            Gate.CLOSED,
            Map.of(Outcome.BROKEN, 120L),
            List.of(
                new RenewalSample.Group("desk", "lobby", OLD, Outcome.BROKEN, 120),
                new RenewalSample.Group("desk", "office", NEW, Outcome.COMPATIBLE, 40)),
            Map.of(Outcome.COMPATIBLE, NOW.plus(Duration.ofDays(30)))));
    samples.renewal(
        new RenewalSample(
            "voice",
            "web",
            Verdict.ALLOW,
            Gate.OPEN,
            Map.of(Outcome.COMPATIBLE, 160L),
            List.of(
                new RenewalSample.Group("desk", "lobby", OLD, Outcome.COMPATIBLE, 120),
                new RenewalSample.Group("desk", "office", NEW, Outcome.COMPATIBLE, 40)),
            Map.of()));
    samples.fleet(new FleetSample("voice", "desk", Map.of(OLD, 120L, NEW, 40L), NOW));
    samples.approval("voice", "chg1", true);
    samples.approval("voice", "chg2", false);
    samples.catalogs(List.of(new CatalogSample("lab", "lync-phone-edition", "2026-06-01")));
  }

  private static RenewalSample breaking(String name, Verdict verdict, Instant at) {
    return new RenewalSample(
        "voice", name, verdict, Gate.OPEN, Map.of(), List.of(), Map.of(Outcome.COMPATIBLE, at));
  }

  private static RenewalSample blocked(String name, long broken) {
    return new RenewalSample(
        "voice",
        name,
        Verdict.BLOCK,
        Gate.CLOSED,
        Map.of(Outcome.BROKEN, broken),
        List.of(),
        Map.of());
  }

  private static List<String> values(SampleGauges gauges, String name) {
    return gauges.collect().stream()
        .filter(snapshot -> snapshot.getMetadata().getName().equals(name))
        .flatMap(snapshot -> snapshot.getDataPoints().stream())
        .map(
            point ->
                (point.getLabels().get("renewal") == null ? "" : point.getLabels().get("renewal"))
                    + " "
                    + value(point))
        .toList();
  }

  private static double value(DataPointSnapshot point) {
    return ((GaugeSnapshot.GaugeDataPointSnapshot) point).getValue();
  }

  /** OpenMetrics names a counter without its suffix and a timer's family by its base. */
  private static Meter meter(String family) {
    return Meter.ALL.stream()
        .filter(m -> m.name().equals(family) || m.name().equals(family + "_total"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No meter is named " + family));
  }

  private List<String> series(String name) {
    return scrape("").lines().filter(line -> line.startsWith(name + "{")).toList();
  }

  private String scrape(String accept) {
    return telemetry.scrape().read(accept).text();
  }
}
