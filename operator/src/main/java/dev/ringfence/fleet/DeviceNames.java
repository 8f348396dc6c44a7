package dev.ringfence.fleet;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.Identification;
import dev.ringfence.catalog.NotPhone;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the spellings of inventories into models that the catalogs know, as far as they do. */
final class DeviceNames {
  /**
   * Values of the inventory report that name a maker at most; the report's documentation lists them
   * beside full ones.
   */
  private static final Set<String> NAME_NO_MODEL =
      Set.of("cpe", "cpe_a", "microsoft/cpe", "microsoft/cpe_a", "polycom/c", "lg-nortel/ip");

  private static final int MAX_REMEMBERED = 1_000;

  /**
   * @param known whether a catalog has the model
   */
  private record Model(
      @Nullable String platform, String text, boolean known, @Nullable String notAPhone) {}

  private record Spelling(String manufacturer, String hardware) {}

  private final FirmwareCatalogs catalogs;
  private final Map<Spelling, Model> remembered = new HashMap<>();

  DeviceNames(FirmwareCatalogs catalogs) {
    this.catalogs = catalogs;
  }

  /**
   * What a user agent says, and a model beside it.
   *
   * @param manufacturer may be empty, like the others
   * @param hardware a model, or maker and model with a slash
   */
  Device device(String manufacturer, String hardware, String userAgent) {
    var agent = UserAgent.parse(userAgent);
    var client = catalogs.notPhoneOf(userAgent).map(NotPhone::name).orElse(null);
    if (client != null) {
      return new Device(null, "", "", true, client, agent.address());
    }
    var beside = model(manufacturer, hardware);
    var model = beside.text.isEmpty() ? model("", agent.model()) : beside;
    return device(agent.platform(), model, agent.firmware(), agent.address());
  }

  /**
   * @param platform of devices whose model no catalog knows; absent: none is said
   */
  Device device(@Nullable String platform, String manufacturer, String hardware, String firmware) {
    return device(platform, model(manufacturer, hardware), firmware, OptionalLong.empty());
  }

  private Device device(
      @Nullable String platform, Model model, String firmware, OptionalLong address) {
    var said = model.platform == null ? platform : model.platform;
    boolean platformAlone =
        model.text.isEmpty() && said != null && catalogs.platforms().contains(said);
    var version = DeviceText.firmware(firmware);
    return new Device(
        said,
        model.text,
        version.isEmpty() ? FleetGroup.UNKNOWN_FIRMWARE : version,
        model.known || platformAlone,
        model.notAPhone,
        address);
  }

  private Model model(String manufacturer, String hardware) {
    var spelling = new Spelling(manufacturer, hardware);
    var known = remembered.get(spelling);
    if (known != null) {
      return known;
    }
    var model = lookUp(manufacturer, hardware);
    boolean nothingWithheld = model.known || model.text.endsWith(hardware);
    if (nothingWithheld && remembered.size() < MAX_REMEMBERED) {
      remembered.put(spelling, model);
    }
    return model;
  }

  private Model lookUp(String manufacturer, String hardware) {
    var full =
        manufacturer.isEmpty() || hardware.contains("/") ? hardware : manufacturer + '/' + hardware;
    if (hardware.isEmpty()
        || NAME_NO_MODEL.contains(full.toLowerCase(Locale.ROOT))
        || NAME_NO_MODEL.contains(hardware.toLowerCase(Locale.ROOT))) {
      return new Model(null, "", false, null);
    }
    for (var text : List.of(full, manufacturer + ' ' + hardware, hardware)) {
      for (var platform : catalogs.platforms()) {
        var model = catalogs.model(platform, text);
        if (model.isPresent()) {
          return new Model(platform, model.get().id(), true, null);
        }
      }
    }
    return catalogs.identify(null, hardware, "") instanceof Identification.NotAPhone other
        ? new Model(null, "", true, other.name())
        : new Model(null, DeviceText.model(full), false, null);
  }
}
