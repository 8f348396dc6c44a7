package dev.ringfence.app;

import ch.qos.logback.classic.Level;
import dev.ringfence.controller.OperatorSettings;
import dev.ringfence.gather.BuiltInPacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of the operator, each of which can be an environment variable too. */
final class OperatorFlags {
  private static final Pattern SHARD = Pattern.compile("[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?");

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "${env:RINGFENCE_NAMESPACES:-}",
      description = "Namespace to watch, repeatable; none: all. RINGFENCE_NAMESPACES")
  private List<String> namespaces = new ArrayList<>();

  @Option(
      names = "--secret-namespace",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "${env:RINGFENCE_SECRET_NAMESPACES:-}",
      description =
          "Namespace whose labelled Secrets may be read, repeatable; none: no Secret is asked for."
              + " RINGFENCE_SECRET_NAMESPACES")
  private List<String> secretNamespaces = new ArrayList<>();

  @Option(
      names = "--pack",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "${env:RINGFENCE_PACKS:-lync-phone-edition}",
      description =
          "Built-in firmware catalog in force, repeatable (${DEFAULT-VALUE}). RINGFENCE_PACKS")
  private List<String> packs = new ArrayList<>();

  @Option(
      names = "--shard",
      paramLabel = "NAME",
      defaultValue = "${env:RINGFENCE_SHARD:-}",
      description =
          "Answer only for namespaces whose label ringfence.dev/shard has this value; none: for all."
              + " RINGFENCE_SHARD")
  private String shard = "";

  @Option(
      names = "--catalog-status",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "${env:RINGFENCE_CATALOG_STATUS:-true}",
      description =
          "Write the statuses of FirmwareCatalogs, which belong to no namespace; one of several"
              + " shards does (${DEFAULT-VALUE}). RINGFENCE_CATALOG_STATUS")
  private boolean catalogStatus;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:RINGFENCE_PORT:-8080}",
      description = "Port of /metrics, /healthz and /readyz (${DEFAULT-VALUE}). RINGFENCE_PORT")
  private int port;

  @Option(
      names = "--leader-election",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "${env:RINGFENCE_LEADER_ELECTION:-false}",
      description = "Write only while holding a Lease. RINGFENCE_LEADER_ELECTION")
  private boolean leaderElection;

  @Option(
      names = "--lease-name",
      paramLabel = "NAME",
      defaultValue = "${env:RINGFENCE_LEASE_NAME:-}",
      description =
          "Name of the Lease; none: ringfence, with the shard's name after a hyphen."
              + " RINGFENCE_LEASE_NAME")
  private String leaseName = "";

  @Option(
      names = "--lease-namespace",
      paramLabel = "NAME",
      defaultValue = "${env:RINGFENCE_LEASE_NAMESPACE:-}",
      description =
          "Namespace of the Lease; none: that of the kubeconfig or the pod."
              + " RINGFENCE_LEASE_NAMESPACE")
  private String leaseNamespace = "";

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "${env:RINGFENCE_LOG_FORMAT:-json}",
      description = "json or text (${DEFAULT-VALUE}), on standard error. RINGFENCE_LOG_FORMAT")
  private String logFormat = "";

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      defaultValue = "${env:RINGFENCE_LOG_LEVEL:-info}",
      description = "error, warn, info or debug (${DEFAULT-VALUE}). RINGFENCE_LOG_LEVEL")
  private String logLevel = "";

  int port() {
    return port;
  }

  /** What is wrong with the flags, as a sentence. */
  Optional<String> refusal() {
    if (format() == null) {
      return Optional.of("--log-format is \"%s\"; expected json or text.".formatted(logFormat));
    }
    if (Level.toLevel(logLevel, null) == null) {
      return Optional.of(
          "--log-level is \"%s\"; expected error, warn, info or debug.".formatted(logLevel));
    }
    if (!BuiltInPacks.names().containsAll(names(packs))) {
      return Optional.of(
          "--pack is \"%s\"; expected names of built-in catalogs: %s."
              .formatted(String.join(",", packs), String.join(", ", BuiltInPacks.names())));
    }
    if (!shard.isEmpty() && !SHARD.matcher(shard).matches()) {
      return Optional.of(
          "--shard is \"%s\"; expected at most 40 of a-z, 0-9 and hyphens between them."
              .formatted(shard));
    }
    if (!shard.isEmpty() && !names(namespaces).isEmpty()) {
      return Optional.of(
          "--shard and --namespace exclude each other; expected namespaces to be told by their label"
              + " or by their name.");
    }
    return Optional.empty();
  }

  /** To be asked only if nothing is wrong. */
  void installLog() {
    LogFormat format = format();
    if (format != null) {
      format.install(Level.toLevel(logLevel));
    }
  }

  OperatorSettings settings(String instance) {
    return new OperatorSettings(
        names(namespaces),
        names(secretNamespaces),
        names(packs),
        instance,
        leaderElection
            ? new OperatorSettings.Lease(
                leaseNamespace.isBlank() ? null : leaseNamespace, leaseName())
            : null,
        shard.isEmpty() ? null : shard,
        catalogStatus);
  }

  /** Two shards with one Lease would leave the namespaces of one of them to nobody. */
  private String leaseName() {
    if (!leaseName.isBlank()) {
      return leaseName;
    }
    return shard.isEmpty() ? "ringfence" : "ringfence-" + shard;
  }

  private @Nullable LogFormat format() {
    return switch (logFormat) {
      case "json" -> LogFormat.JSON;
      case "text" -> LogFormat.TEXT;
      default -> null;
    };
  }

  private static Set<String> names(List<String> values) {
    return values.stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toSet());
  }
}
