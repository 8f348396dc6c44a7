package dev.ringfence.fleet;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The plain CSV: model and firmware, and how many phones, where, and how they sign in. */
final class PlainRows implements RowFormat {
  private static final String MODEL = "model";
  private static final String FIRMWARE = "firmware";
  private static final String PHONES = "phones";
  private static final String SITE = "site";
  private static final String SIGN_IN = "signIn";
  static final List<String> COLUMNS = List.of(MODEL, FIRMWARE, PHONES, SITE, SIGN_IN);

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");
  private static final Pattern NUMBER = Pattern.compile("[-+0-9.,]{1,24}");

  private record Positions(
      Columns columns, int model, int firmware, int phones, int site, int signIn) {}

  private final String source;
  private final DeviceNames names;
  private @Nullable Positions positions;

  PlainRows(String source, DeviceNames names) {
    this.source = source;
    this.names = names;
  }

  /** Whether the fields are the names of columns of this format, complete or not. */
  static boolean isHeader(List<String> fields) {
    return Columns.recognised(fields, List.of(MODEL, FIRMWARE)) > 0
        && Columns.recognised(fields, COLUMNS) > 1;
  }

  @Override
  public RowContent read(Row row) {
    var known = positions;
    if (known != null) {
      return phones(row, known);
    }
    positions = positions(row);
    return new RowContent.Skipped();
  }

  @Override
  public void end() {
    if (positions == null) {
      throw new InventoryFormatException(
          source,
          "the file has no header, expected the columns %s".formatted(String.join(", ", COLUMNS)));
    }
  }

  private Positions positions(Row header) {
    if (Columns.recognised(header.fields(), COLUMNS) == 0) {
      throw new InventoryFormatException(
          source,
          header.line(),
          "the first row names none of the columns %s".formatted(String.join(", ", COLUMNS)));
    }
    var columns = Columns.of(header, source);
    columns.require(List.of(MODEL, FIRMWARE), header, source);
    columns.refuseOthersThan(COLUMNS, header, source);
    return new Positions(
        columns,
        columns.position(MODEL),
        columns.position(FIRMWARE),
        columns.position(PHONES),
        columns.position(SITE),
        columns.position(SIGN_IN));
  }

  private RowContent phones(Row row, Positions at) {
    int last = Math.max(at.model, at.firmware);
    var misfit = at.columns.misfit(row, last + 1);
    if (misfit.isPresent()) {
      return new RowContent.Refused(misfit.get());
    }
    var count = Columns.field(row, at.phones);
    if (!count.isEmpty() && !isCount(count)) {
      return new RowContent.Refused(
          "phones is %s, expected a whole number from 0 to %d"
              .formatted(shown(count), FleetGroup.MAX_PHONES));
    }
    var method = Columns.field(row, at.signIn);
    var signIn = SignIn.declared(method);
    if (!method.isEmpty() && signIn.isEmpty()) {
      return new RowContent.Refused(
          "signIn is %s, expected UsbTether, Pin, Credentials or nothing"
              .formatted(DeviceText.model(method)));
    }
    var device =
        names.device(null, "", Columns.field(row, at.model), Columns.field(row, at.firmware));
    return new Sighting(
        device.group(
            DeviceText.site(Columns.field(row, at.site)), signIn.orElse(SignIn.UNDECLARED)),
        count.isEmpty() ? 1 : Long.parseLong(count),
        OptionalLong.empty(),
        null);
  }

  private static boolean isCount(String count) {
    return COUNT.matcher(count).matches() && Long.parseLong(count) <= FleetGroup.MAX_PHONES;
  }

  private static String shown(String count) {
    return NUMBER.matcher(count).matches() ? count : "not a number";
  }
}
