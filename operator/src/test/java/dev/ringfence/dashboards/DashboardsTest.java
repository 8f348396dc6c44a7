package dev.ringfence.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ringfence.metrics.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DashboardsTest {
  private static final Path FOLDER = Path.of("..", "dashboards");
  private static final Pattern METRIC = Pattern.compile("ringfence_[a-z_]+");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final JsonNode dashboard = read(FOLDER.resolve("grafana/ringfence-fleet.json"));
  private final JsonNode rules =
      read(FOLDER.resolve("prometheus/alerts.yaml")).at("/groups/0/rules");

  @Test
  void everyQueryUsesMetricsThatExist() {
    List<String> queries =
        Stream.concat(
                dashboard.findValuesAsText("expr").stream(),
                Stream.concat(
                    dashboard.findValuesAsText("definition").stream(),
                    rules.findValuesAsText("expr").stream()))
            .toList();
    Set<String> known = Meter.ALL.stream().map(Meter::name).collect(Collectors.toSet());

    assertThat(queries).hasSizeGreaterThan(15);
    assertThat(queries)
        .allSatisfy(query -> assertThat(known).containsAll(metrics(query)))
        .allSatisfy(query -> assertThat(metrics(query)).isNotEmpty());
  }

  @Test
  void everyAlertHasARunbookAndEveryRunbookAnAlert() throws IOException {
    Set<String> alerts = new TreeSet<>(rules.findValuesAsText("alert"));
    try (Stream<Path> pages = Files.list(FOLDER.resolve("runbooks"))) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(alerts);
    }
    rules.forEach(
        rule ->
            assertThat(rule.at("/annotations/runbook_url").asText())
                .endsWith("/" + rule.path("alert").asText()));
  }

  @Test
  void everyAlertHasSeveritySummaryAndDescription() {
    assertThat(rules)
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
              assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
              assertThat(rule.at("/annotations/description").asText()).isNotBlank();
            });
  }

  @Test
  void theDashboardCanBeImportedAnywhere() {
    assertThat(dashboard.path("uid").asText()).isEqualTo("ringfence-fleet");
    assertThat(dashboard.has("id")).isFalse();
    assertThat(dashboard.has("__inputs")).isFalse();
    assertThat(dashboard.path("panels"))
        .allSatisfy(
            panel -> {
              assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
              assertThat(panel.path("description").asText()).isNotBlank();
            });
  }

  private static Set<String> metrics(String query) {
    return METRIC.matcher(query).results().map(found -> found.group()).collect(Collectors.toSet());
  }

  private static JsonNode read(Path file) {
    try {
      return YAML.readTree(file.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
