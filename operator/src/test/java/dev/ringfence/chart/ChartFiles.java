package dev.ringfence.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.api.v1alpha1.CrdFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of the chart that repeat others of the project, path in the chart to text: Helm reads
 * nothing outside a chart.
 */
final class ChartFiles {
  private static final Path DASHBOARDS = Path.of("..", "dashboards");
  private static final String TABLE_START = "<!-- values -->\n";
  private static final String TABLE_END = "<!-- end of values -->\n";

  private ChartFiles() {}

  static SortedMap<String, String> generate() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    CrdFiles.generate()
        .forEach((name, text) -> files.put("templates/crd-" + name, crdTemplate(text)));
    copy(DASHBOARDS.resolve("grafana"), ".json", "files/grafana/", files);
    copy(DASHBOARDS.resolve("prometheus"), "alerts.yaml", "files/prometheus/", files);
    files.put("README.md", withTable(Files.readString(Chart.FOLDER.resolve("README.md"))));
    return files;
  }

  private static String crdTemplate(String crd) {
    if (crd.contains("{{")) {
      throw new IllegalStateException("Helm would read a description as a template: " + crd);
    }
    String kept = "metadata:\n  annotations:\n    helm.sh/resource-policy: keep\n";
    String body = crd.substring(crd.indexOf("apiVersion:")).replaceFirst("metadata:\n", kept);
    return """
        {{- /* Generated from crds/ of the project, like every file named crd-. */ -}}
        {{- if .Values.crds.install }}
        %s{{- end }}
        """
        .formatted(body);
  }

  private static void copy(Path from, String ending, String to, SortedMap<String, String> files)
      throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> found = Files.list(from)) {
      for (Path file : found.filter(f -> f.toString().endsWith(ending)).toList()) {
        files.put(to + file.getFileName(), Files.readString(file));
      }
    }
  }

  private static String withTable(String readme) throws IOException {
    int start = readme.indexOf(TABLE_START) + TABLE_START.length();
    int end = readme.indexOf(TABLE_END);
    JsonNode schema =
        new ObjectMapper().readTree(Chart.FOLDER.resolve("values.schema.json").toFile());
    JsonNode values = Chart.YAML.readTree(Chart.FOLDER.resolve("values.yaml").toFile());
    StringBuilder table = new StringBuilder("| value | default | meaning |\n|---|---|---|\n");
    addRows("", schema, values, table);
    return readme.substring(0, start) + table + readme.substring(end);
  }

  private static void addRows(String path, JsonNode schema, JsonNode values, StringBuilder table) {
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
              JsonNode value = values.path(property.getKey());
              if (property.getValue().has("properties")) {
                addRows(name, property.getValue(), value, table);
              } else if (!value.isMissingNode()) {
                String meaning = property.getValue().path("description").asText();
                table.append("| `%s` | `%s` | %s |\n".formatted(name, value, meaning));
              }
            });
  }
}
