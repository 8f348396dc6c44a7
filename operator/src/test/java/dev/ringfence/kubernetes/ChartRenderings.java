package dev.ringfence.kubernetes;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the chart renders with every combination of these settings and with each file in ci/, every
 * document once. The pod of the chart's test is among them.
 */
final class ChartRenderings {
  static final String NAMESPACE = "ringfence-system";
  private static final Path CHART = Path.of("..", "helm", "ringfence");
  private static final Pattern KIND = Pattern.compile("(?m)^kind: (\\w+)$");
  private static final Pattern API_VERSION = Pattern.compile("(?m)^apiVersion: (\\S+)$");

  /** Each switch with the values of its settings. All settings of all switches are crossed. */
  private static final List<List<Map<String, String>>> SWITCHES =
      List.of(
          List.of(
              Map.of(),
              Map.of("replicas", "3"),
              Map.of("replicas", "3", "podDisruptionBudget.enabled", "false"),
              Map.of("leaderElection.enabled", "false")),
          List.of(
              Map.of(),
              Map.of("networkPolicy.enabled", "true"),
              Map.of(
                  "networkPolicy.enabled", "true",
                  "networkPolicy.apiServer.cidrs[0]", "10.0.0.1/32",
                  "networkPolicy.apiServer.ports[0]", "6443")),
          List.of(
              Map.of(),
              Map.of(
                  "serviceMonitor.enabled", "true",
                  "serviceMonitor.interval", "15s",
                  "serviceMonitor.labels.release", "prometheus")),
          List.of(
              Map.of(),
              Map.of(
                  "prometheusRule.enabled", "true",
                  "prometheusRule.labels.release", "prometheus",
                  "dashboards.enabled", "true")),
          List.of(
              Map.of(),
              Map.of("watch.namespaces[0]", "voice", "watch.namespaces[1]", "voice-lab"),
              Map.of("watch.namespaces[0]", "voice", "secrets.namespaces[0]", "voice")),
          List.of(
              Map.of(),
              Map.of("rbac.create", "false"),
              Map.of("rbac.aggregate", "false"),
              Map.of("serviceAccount.create", "false", "serviceAccount.name", "existing")),
          List.of(
              Map.of(),
              Map.of(
                  "runAsUser", "null",
                  "log.format", "text",
                  "catalogs.packs", "null",
                  "image.tag", "edge"),
              Map.ofEntries(
                  Map.entry("fullnameOverride", "gatekeeper"),
                  Map.entry("commonLabels.team", "voice"),
                  Map.entry("image.digest", "sha256:" + "a".repeat(64)),
                  Map.entry("image.pullSecrets[0]", "credentials"),
                  Map.entry("serviceAccount.annotations.owner", "voice"),
                  Map.entry("podLabels.tier", "control"),
                  Map.entry("podAnnotations.note", "one"),
                  Map.entry("nodeSelector.pool", "system"),
                  Map.entry("tolerations[0].key", "dedicated"),
                  Map.entry("tolerations[0].operator", "Exists"),
                  Map.entry(
                      "affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]"
                          + ".topologyKey",
                      "kubernetes.io/hostname"),
                  Map.entry(
                      "affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]"
                          + ".labelSelector.matchLabels.tier",
                      "control"),
                  Map.entry("priorityClassName", "system-cluster-critical"))));

  private final Path chart;
  private final Map<String, String> documents = new LinkedHashMap<>();

  private ChartRenderings(Path chart) {
    this.chart = chart;
  }

  /**
   * Renders all of them.
   *
   * @param copy an empty folder for a chart without hooks, which a rendering would leave out
   */
  static ChartRenderings all(Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(CHART)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(CHART.relativize(file));
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(file).replace("helm.sh/hook", "hook"));
      }
    }
    ChartRenderings all = new ChartRenderings(copy);
    all.render(Map.of()); // With the definitions, which nothing but their own switch changes.
    try (Stream<Path> files = Files.list(CHART.resolve("ci"))) {
      files.sorted().forEach(file -> all.render(Map.of(), file));
    }
    combinations().forEach(all::render);
    return all;
  }

  private static List<Map<String, String>> combinations() {
    List<Map<String, String>> combinations = List.of(Map.of("crds.install", "false"));
    for (List<Map<String, String>> settings : SWITCHES) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (Map<String, String> setting : settings) {
          Map<String, String> values = new LinkedHashMap<>(combination);
          values.putAll(setting);
          longer.add(values);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  private void render(Map<String, String> values, Path... files) {
    TemplateCommand command =
        new Helm(chart)
            .template()
            .withName("gate")
            .withNamespace(NAMESPACE)
            .withKubeVersion(KubernetesBinaries.version());
    for (Path file : files) {
      command = command.withValuesFile(file);
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      command = command.set(value.getKey(), value.getValue());
    }
    for (String document : command.call().split("(?m)^---$", -1)) {
      if (KIND.matcher(document).find()) {
        documents.putIfAbsent(document, List.of(files) + " " + values);
      }
    }
  }

  List<String> kinds() {
    return documents.keySet().stream().map(text -> first(KIND, text)).distinct().sorted().toList();
  }

  List<String> apiVersions() {
    return documents.keySet().stream()
        .map(text -> first(API_VERSION, text))
        .distinct()
        .sorted()
        .toList();
  }

  int size() {
    return documents.size();
  }

  /** The first one rendered. */
  String document(String kind) {
    return documents.keySet().stream()
        .filter(text -> first(KIND, text).equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** One file for each document that differs from the others, headed by the values behind it. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    int number = 0;
    for (Map.Entry<String, String> document : documents.entrySet()) {
      Files.writeString(
          folder.resolve("%s-%04d.yaml".formatted(first(KIND, document.getKey()), number++)),
          "# " + document.getValue() + "\n" + document.getKey());
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }
}
