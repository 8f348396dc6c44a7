package dev.ringfence.cli;

import dev.ringfence.fleet.InventoryFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say what is judged; shared by {@code check} and {@code explain}. */
final class EvaluationOptions {
  @Option(
      names = "--chain",
      required = true,
      paramLabel = "FILE|-",
      description = "The renewed chain as it will be served: PEM, DER or PKCS#7.")
  String chain = "";

  @Option(
      names = "--current",
      paramLabel = "FILE",
      description = "The chain served today, to count what the renewal changes.")
  @Nullable String current;

  @Option(
      names = "--fleet",
      required = true,
      paramLabel = "FILE",
      description = "The phones: a PhoneFleet in YAML, or an inventory. Repeatable.")
  List<String> fleets = new ArrayList<>();

  @Option(
      names = "--fleet-format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      converter = Converters.OfInventoryFormat.class,
      description =
          "What the --fleet files are: auto, inventory-report, audit-log, user-agents or plain"
              + " (${DEFAULT-VALUE}).")
  InventoryFormat fleetFormat = InventoryFormat.AUTO;

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "A FirmwareCatalog to lay over the built-in ones. Repeatable.")
  List<String> catalogs = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "A RenewalPolicy; without it the built-in defaults.")
  @Nullable String policy;

  @Option(names = "--approval", paramLabel = "FILE", description = "A RenewalApproval. Repeatable.")
  List<String> approvals = new ArrayList<>();

  @Option(
      names = "--renewal",
      paramLabel = "NAME",
      description =
          "The name of this renewal, which an approval has to name; without it the name that the"
              + " approvals give.")
  @Nullable String renewal;

  @Option(
      names = "--server-name",
      paramLabel = "NAME",
      converter = Converters.OfHostName.class,
      description = "A name that phones connect to, such as pool.example.com. Repeatable.")
  List<String> serverNames = new ArrayList<>();

  @Option(
      names = "--sip-domain",
      paramLabel = "DOMAIN",
      converter = Converters.OfHostName.class,
      description = "A SIP domain whose sip.DOMAIN phones look up. Repeatable.")
  List<String> sipDomains = new ArrayList<>();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = Converters.OfInstant.class,
      description =
          "The instant judged, such as 2026-12-01T00:00:00Z or 2026-12-01; without it now.")
  @Nullable Instant at;
}
