package dev.ringfence.catalog;

import dev.ringfence.pki.PrintableText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the platform, model and firmware that a fleet names. */
final class Identifier {
  private static final int MAX_SHOWN = 80;

  private final SortedMap<String, PlatformCatalog> platforms;
  private final Optional<NotPhone> notPhone;
  private final Function<String, @Nullable Instant> notBefore;
  private final EvidenceLevel minimum;

  Identifier(
      SortedMap<String, PlatformCatalog> platforms,
      Optional<NotPhone> notPhone,
      Function<String, @Nullable Instant> notBefore,
      EvidenceLevel minimum) {
    this.platforms = platforms;
    this.notPhone = notPhone;
    this.notBefore = notBefore;
    this.minimum = minimum;
  }

  Identification identify(@Nullable String platform, String model, String firmware) {
    var knowing = platformsKnowing(platform, model);
    if (knowing.isEmpty() && notPhone.isPresent()) {
      return new Identification.NotAPhone(notPhone.get().name());
    }
    if (platform != null && !platforms.containsKey(platform)) {
      return new Identification.Unknown(
          "Platform \"%s\" is in no catalog, known are: %s."
              .formatted(shown(platform), String.join(", ", platforms.keySet())));
    }
    var version = FirmwareVersion.parse(firmware.strip());
    if (version.isEmpty()) {
      return new Identification.Unknown(
          "Firmware \"%s\" is not a version, expected four numbers such as 4.0.7577.4387."
              .formatted(shown(firmware)));
    }
    if (!knowing.isEmpty()) {
      return onlyOne(
          knowing.stream().map(known -> ofKnownModel(known, model, version.get())).toList(),
          model,
          firmware);
    }
    var candidates =
        platform == null ? List.copyOf(platforms.values()) : List.of(platforms.get(platform));
    return onlyOne(
        candidates.stream().map(known -> ofUnknownModel(known, version.get())).toList(),
        model,
        firmware);
  }

  private List<PlatformCatalog> platformsKnowing(@Nullable String platform, String model) {
    return platforms.values().stream()
        .filter(known -> platform == null || known.name().equals(platform))
        .filter(known -> !model.isBlank() && known.model(model).isPresent())
        .toList();
  }

  private static Identification onlyOne(List<Identification> found, String model, String firmware) {
    var known = found.stream().filter(Identification.Known.class::isInstance).toList();
    if (known.size() > 1) {
      return new Identification.Unknown(
          "Firmware %s of model \"%s\" is listed for %d platforms, expected one: name the platform."
              .formatted(shown(firmware), shown(model), known.size()));
    }
    if (known.size() == 1) {
      return known.get(0);
    }
    return found.size() == 1
        ? found.get(0)
        : new Identification.Unknown(
            "Firmware %s of model \"%s\" is listed for none of %d platforms."
                .formatted(shown(firmware), shown(model), found.size()));
  }

  private Identification ofKnownModel(
      PlatformCatalog platform, String text, FirmwareVersion version) {
    var model = platform.model(text).orElseThrow();
    var position = platform.ladder(model.family()).locate(version);
    return position instanceof Position.Outside outside
        ? new Identification.Unknown(outside.reason())
        : new Identification.Known(
            platform.name(),
            model,
            List.of(facts(platform, model.family(), model.id(), version, position)));
  }

  /** A family that lists nothing of the version's line does not run it. */
  private Identification ofUnknownModel(PlatformCatalog platform, FirmwareVersion version) {
    var alternatives = new ArrayList<FirmwareFacts>();
    for (var family : platform.families()) {
      var ladder = platform.ladder(family);
      if (!ladder.lists(version)) {
        continue;
      }
      var position = ladder.locate(version);
      if (position instanceof Position.Outside outside) {
        return new Identification.Unknown(outside.reason());
      }
      alternatives.add(facts(platform, family, null, version, position));
    }
    return alternatives.isEmpty()
        ? new Identification.Unknown(
            "Version %s is of a line that no family of platform %s lists."
                .formatted(version, platform.name()))
        : new Identification.Known(platform.name(), null, alternatives);
  }

  private FirmwareFacts facts(
      PlatformCatalog platform,
      String family,
      @Nullable String model,
      FirmwareVersion version,
      Position position) {
    return new FirmwareFacts(
        new BuildResolution(platform, family, model, version, position, minimum), notBefore);
  }

  /** Names from inventories are foreign text: bounded, and without control characters. */
  private static String shown(String text) {
    return PrintableText.masked(text.strip(), MAX_SHOWN);
  }
}
