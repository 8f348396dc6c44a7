package dev.ringfence.fleet;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list of SIP user agents, one a line, each with the number of phones before it or without. A
 * header and rulers, which query tools print, are skipped.
 */
final class UserAgentRows implements RowFormat {
  private static final Pattern COUNTED =
      Pattern.compile("([0-9]{1,18})(?:[\\t ]+|[\\t ]*[,;][\\t ]*)(\\S.*)");
  private static final Pattern RULER = Pattern.compile("[-=+|\\s]+");
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Pattern FIELD_SEPARATOR = Pattern.compile("[,;\\t]");
  private static final Set<String> HEADERS =
      Set.of("useragent", "clientapp", "clientversion", "version", "countname", "countuseragent");

  private final DeviceNames names;
  private boolean listStarted;

  UserAgentRows(DeviceNames names) {
    this.names = names;
  }

  /** Whether the line is a user agent of a form that can be told from any text. */
  static boolean isOne(String line) {
    var counted = COUNTED.matcher(line);
    return UserAgent.isOne(unquoted(counted.matches() ? counted.group(2) : line));
  }

  /** What query tools print around a list: a header or a ruler. */
  static boolean isAroundTheList(String line) {
    return HEADERS.contains(line.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ""))
        || RULER.matcher(line).matches();
  }

  @Override
  public RowContent read(Row row) {
    var line = row.fields().get(0);
    if (!listStarted && isAroundTheList(line)) {
      return new RowContent.Skipped();
    }
    listStarted = true;
    var counted = COUNTED.matcher(line);
    var userAgent = unquoted(counted.matches() ? counted.group(2) : line);
    if (!UserAgent.isOne(userAgent) && isTableRow(userAgent)) {
      return new RowContent.Refused(
          "the line has several fields, expected one user agent, or a count and a user agent");
    }
    long phones = counted.matches() ? Long.parseLong(counted.group(1)) : 1;
    if (phones > FleetGroup.MAX_PHONES) {
      return new RowContent.Refused(
          "the count is %d, expected 0 to %d".formatted(phones, FleetGroup.MAX_PHONES));
    }
    return sighting(phones, userAgent);
  }

  @Override
  public void end() {}

  /** Fields beside a user agent may name users: nothing of such a line is taken for a model. */
  private static boolean isTableRow(String line) {
    return FIELD_SEPARATOR.matcher(COMMENT.matcher(line).replaceAll("")).find();
  }

  private Sighting sighting(long phones, String userAgent) {
    var device = names.device("", "", userAgent);
    boolean one = device.address().isPresent();
    return new Sighting(device.group(), one ? 1 : phones, device.address(), null);
  }

  private static String unquoted(String text) {
    int end = text.length() - 1;
    return end > 0 && text.charAt(0) == '"' && text.charAt(end) == '"'
        ? text.substring(1, end).replace("\"\"", "\"").strip()
        : text;
  }
}
