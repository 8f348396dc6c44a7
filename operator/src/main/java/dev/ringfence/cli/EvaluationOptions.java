package dev.ringfence.cli;

import dev.ringfence.fleet.InventoryFormat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The flags that say what is judged; shared by {@code check} and {@code explain}.
 *
 * <p>Said by calls and not by annotations, as are all flags of {@code check}: Java makes classes
 * for annotations that are read, which would be a tenth of the time of a check.
 */
final class EvaluationOptions {
  private final OptionSpec chain =
      OptionSpec.builder("--chain")
          .required(true)
          .paramLabel("FILE|-")
          .type(String.class)
          .description("The renewed chain as it will be served: PEM, DER or PKCS#7.")
          .build();

  private final OptionSpec current =
      OptionSpec.builder("--current")
          .paramLabel("FILE")
          .type(String.class)
          .description("The chain served today, to count what the renewal changes.")
          .build();

  private final OptionSpec fleets =
      OptionSpec.builder("--fleet")
          .required(true)
          .paramLabel("FILE")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description("The phones: a PhoneFleet in YAML, or an inventory. Repeatable.")
          .build();

  private final OptionSpec fleetFormat =
      OptionSpec.builder("--fleet-format")
          .paramLabel("FORMAT")
          .type(InventoryFormat.class)
          .defaultValue("auto")
          .converters(new Converters.OfInventoryFormat())
          .description(
              "What the --fleet files are: auto, inventory-report, audit-log, user-agents or plain"
                  + " (${DEFAULT-VALUE}).")
          .build();

  private final OptionSpec catalogs =
      OptionSpec.builder("--catalog")
          .paramLabel("FILE")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description("A FirmwareCatalog to lay over the built-in ones. Repeatable.")
          .build();

  private final OptionSpec policy =
      OptionSpec.builder("--policy")
          .paramLabel("FILE")
          .type(String.class)
          .description("A RenewalPolicy; without it the built-in defaults.")
          .build();

  private final OptionSpec approvals =
      OptionSpec.builder("--approval")
          .paramLabel("FILE")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description("A RenewalApproval. Repeatable.")
          .build();

  private final OptionSpec renewal =
      OptionSpec.builder("--renewal")
          .paramLabel("NAME")
          .type(String.class)
          .description(
              "The name of this renewal, which an approval has to name; without it the name that the"
                  + " approvals give.")
          .build();

  private final OptionSpec serverNames =
      OptionSpec.builder("--server-name")
          .paramLabel("NAME")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .converters(new Converters.OfHostName())
          .description("A name that phones connect to, such as pool.example.com. Repeatable.")
          .build();

  private final OptionSpec sipDomains =
      OptionSpec.builder("--sip-domain")
          .paramLabel("DOMAIN")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .converters(new Converters.OfHostName())
          .description("A SIP domain whose sip.DOMAIN phones look up. Repeatable.")
          .build();

  private final OptionSpec at =
      OptionSpec.builder("--at")
          .paramLabel("INSTANT")
          .type(Instant.class)
          .converters(new Converters.OfInstant())
          .description(
              "The instant judged, such as 2026-12-01T00:00:00Z or 2026-12-01; without it now.")
          .build();

  CommandSpec flags() {
    CommandSpec flags = CommandSpec.create();
    List.of(
            chain,
            current,
            fleets,
            fleetFormat,
            catalogs,
            policy,
            approvals,
            renewal,
            serverNames,
            sipDomains,
            at)
        .forEach(flags::addOption);
    return flags;
  }

  String chain() {
    return chain.getValue();
  }

  @Nullable String current() {
    return current.getValue();
  }

  List<String> fleets() {
    return texts(fleets);
  }

  InventoryFormat fleetFormat() {
    return fleetFormat.getValue();
  }

  List<String> catalogs() {
    return texts(catalogs);
  }

  @Nullable String policy() {
    return policy.getValue();
  }

  List<String> approvals() {
    return texts(approvals);
  }

  @Nullable String renewal() {
    return renewal.getValue();
  }

  List<String> serverNames() {
    return texts(serverNames);
  }

  List<String> sipDomains() {
    return texts(sipDomains);
  }

  @Nullable Instant at() {
    return at.getValue();
  }

  private static List<String> texts(OptionSpec option) {
    List<String> given = option.getValue();
    return given == null ? List.of() : given;
  }
}
