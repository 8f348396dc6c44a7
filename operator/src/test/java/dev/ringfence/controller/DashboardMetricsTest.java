package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the dashboard and the alerts ask for is what a running operator shows. */
class DashboardMetricsTest {
  private static final Path FOLDER = Path.of("..", "dashboards");
  private static final Pattern METRIC = Pattern.compile("\\bringfence_[a-z_]+\\b");

  @Test
  void aRunShowsEveryMetricOfTheDashboardAndTheAlerts() throws IOException {
    Set<String> used = new TreeSet<>(metrics("grafana/ringfence-fleet.json"));
    used.addAll(metrics("prometheus/alerts.yaml"));

    try (OperatorRig rig = new OperatorRig().start()) {
      rig.apply(Manifests.fleet("blocked", "4.0.7577.4387", 120, Manifests.OTHER_ROOT));
      rig.apply(seen(Manifests.fleet("allowed", "4.0.7577.4420", 40, Manifests.ROOT)));
      String chain = Manifests.chain(Manifests.ROOT);
      rig.apply(Manifests.renewal("pool", chain, "blocked"));
      rig.apply(Manifests.renewal("edge", chain, "allowed"));
      rig.awaitVerdict("pool", "Block", "Closed");
      rig.awaitStatus("edge", status -> "Open".equals(status.gate()));
      rig.awaitQuiet();

      assertThat(used).hasSizeGreaterThan(6);
      assertThat(shown(rig)).containsAll(used);
    }
  }

  private static String seen(String fleet) {
    return fleet.replace(
        "signIn: UsbTether}", "signIn: UsbTether, lastSeen: 2026-05-01T00:00:00Z}");
  }

  /** Names of the metrics that have at least one sample. */
  private static Set<String> shown(OperatorRig rig) {
    return rig.telemetry()
        .scrape()
        .read("")
        .text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> metrics(String file) throws IOException {
    return METRIC
        .matcher(Files.readString(FOLDER.resolve(file)))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
