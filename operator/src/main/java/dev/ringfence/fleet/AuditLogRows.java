package dev.ringfence.fleet;

import dev.ringfence.catalog.FirmwareVersion;
import java.util.List;
import java.util.Locale;

/**
 * The audit log of the device update web service, one line for each request: date and time, client
 * address, device type, MAC address, serial number, vendor, model, revision, locale, request
 * modules, response modules, user.
 */
final class AuditLogRows implements RowFormat {
  static final int FIELDS = 12;
  private static final int DATE = 0;
  static final int DEVICE_TYPE = 2;
  static final int ADDRESS = 3;
  private static final int VENDOR = 5;
  private static final int MODEL = 6;
  private static final int REQUEST = 9;
  private static final String PHONE = "ucphone";
  private static final String PHONE_EDITION = "phone edition";

  private final DeviceNames names;
  private final TimeText times;

  AuditLogRows(DeviceNames names, TimeText times) {
    this.names = names;
    this.times = times;
  }

  static boolean isPhone(String deviceType) {
    var type = deviceType.toLowerCase(Locale.ROOT);
    return type.equals(PHONE) || type.endsWith(PHONE_EDITION);
  }

  @Override
  public RowContent read(Row row) {
    var fields = row.fields();
    if (fields.size() < FIELDS) {
      return new RowContent.Refused(
          "the row has %d fields, expected at least %d".formatted(fields.size(), FIELDS));
    }
    var date = fields.get(DATE);
    if (times.isOfOtherOrder(date)) {
      return new RowContent.Refused(times.contradiction());
    }
    var type = fields.get(DEVICE_TYPE);
    boolean phone = isPhone(type);
    var device =
        names.device(
            phone ? UserAgent.LYNC_PHONE_EDITION : null,
            phone ? fields.get(VENDOR) : "",
            phone ? fields.get(MODEL) : type,
            firmware(fields));
    return new Sighting(
        device.group(), 1, MacAddress.parse(fields.get(ADDRESS)), times.parse(date).orElse(null));
  }

  @Override
  public void end() {}

  /** The one build that the modules on the device agree on; empty if there is none. */
  private static String firmware(List<String> fields) {
    var versions =
        RequestModules.versions(fields.subList(REQUEST, fields.size())).stream()
            .filter(version -> FirmwareVersion.parse(version).isPresent())
            .distinct()
            .toList();
    return versions.size() == 1 ? versions.get(0) : "";
  }
}
