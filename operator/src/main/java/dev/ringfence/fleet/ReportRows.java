package dev.ringfence.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The IP Phone Inventory Report; rows before its header are skipped. */
final class ReportRows implements RowFormat {
  static final String MANUFACTURER = "Manufacturer";
  static final String HARDWARE_VERSION = "Hardware version";
  static final String MAC_ADDRESS = "MAC address";
  static final String USER_AGENT = "User agent";
  static final String LAST_LOGON = "Last logon time";
  static final String LAST_ACTIVITY = "Last activity";
  static final List<String> COLUMNS =
      List.of(
          MANUFACTURER,
          HARDWARE_VERSION,
          MAC_ADDRESS,
          "User URI",
          USER_AGENT,
          LAST_LOGON,
          "Last logoff time",
          LAST_ACTIVITY);

  private static final List<String> REQUIRED = List.of(HARDWARE_VERSION, MAC_ADDRESS, USER_AGENT);
  private static final int LONGEST_PREAMBLE = 20;
  private static final int HEADER_AT_LEAST = 3;

  private record Positions(
      Columns columns,
      int manufacturer,
      int hardware,
      int address,
      int userAgent,
      int logon,
      int activity) {}

  private final String source;
  private final DeviceNames names;
  private final TimeText times;
  private @Nullable Positions positions;
  private int preamble;

  ReportRows(String source, DeviceNames names, TimeText times) {
    this.source = source;
    this.names = names;
    this.times = times;
  }

  /** Whether the fields are the names of columns of this report, complete or not. */
  static boolean isHeader(List<String> fields) {
    return Columns.recognised(fields, COLUMNS) >= HEADER_AT_LEAST;
  }

  @Override
  public RowContent read(Row row) {
    var known = positions;
    if (known != null) {
      return phone(row, known);
    }
    if (isHeader(row.fields())) {
      positions = positions(row);
      return new RowContent.Skipped();
    }
    if (++preamble > LONGEST_PREAMBLE) {
      throw noHeader();
    }
    return new RowContent.Skipped();
  }

  @Override
  public void end() {
    if (positions == null) {
      throw noHeader();
    }
  }

  private Positions positions(Row header) {
    var columns = Columns.of(header, source);
    columns.require(REQUIRED, header, source);
    return new Positions(
        columns,
        columns.position(MANUFACTURER),
        columns.position(HARDWARE_VERSION),
        columns.position(MAC_ADDRESS),
        columns.position(USER_AGENT),
        columns.position(LAST_LOGON),
        columns.position(LAST_ACTIVITY));
  }

  private InventoryFormatException noHeader() {
    return new InventoryFormatException(
        source,
        "the first %d rows have no header of %s, expected the columns %s"
            .formatted(
                LONGEST_PREAMBLE,
                InventoryFormat.INVENTORY_REPORT.description(),
                String.join(", ", COLUMNS)));
  }

  private RowContent phone(Row row, Positions at) {
    int last = Math.max(at.hardware, Math.max(at.address, at.userAgent));
    var misfit = at.columns.misfit(row, last + 1);
    if (misfit.isPresent()) {
      return new RowContent.Refused(misfit.get());
    }
    var activity = Columns.field(row, at.activity);
    var logon = Columns.field(row, at.logon);
    var active = times.parse(activity);
    var loggedOn = times.parse(logon);
    if ((active.isEmpty() && times.isOfOtherOrder(activity))
        || (loggedOn.isEmpty() && times.isOfOtherOrder(logon))) {
      return new RowContent.Refused(times.contradiction());
    }
    var device =
        names.device(
            Columns.field(row, at.manufacturer),
            Columns.field(row, at.hardware),
            Columns.field(row, at.userAgent));
    var address = MacAddress.parse(Columns.field(row, at.address));
    return new Sighting(
        device.group(),
        1,
        address.isPresent() ? address : device.address(),
        Stream.of(active, loggedOn).flatMap(Optional::stream).max(Instant::compareTo).orElse(null));
  }
}
