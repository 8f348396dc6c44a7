package dev.ringfence.fleet;

import dev.ringfence.catalog.FirmwareVersion;
import java.util.regex.Pattern;

/**
 * Text of a file that goes into results and messages: short, printable, and without what could name
 * a user or one device.
 */
final class DeviceText {
  private static final String WITHHELD = "*";
  private static final int MAX_MODEL = 128;
  private static final int MAX_SITE = 253;
  private static final Pattern USER = Pattern.compile("(?i)\\S*@\\S*|\\b(?:sips?|tel|im):\\S*");
  private static final Pattern IP_ADDRESS =
      Pattern.compile(
          "(?<![0-9.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![0-9.])|(?i)(?:[0-9a-f]{0,4}:){3,}[0-9a-f.]*");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private DeviceText() {}

  static String model(String text) {
    return cut(IP_ADDRESS.matcher(withoutUsers(text)).replaceAll(WITHHELD), MAX_MODEL);
  }

  /** A version may look like an IP address, so those are kept; no format puts one there. */
  static String firmware(String text) {
    if (FirmwareVersion.parse(text).isPresent()) {
      return text;
    }
    return cut(withoutUsers(text), MAX_MODEL);
  }

  static String site(String text) {
    return cut(IP_ADDRESS.matcher(withoutUsers(text)).replaceAll(WITHHELD), MAX_SITE);
  }

  private static String withoutUsers(String text) {
    var printable = UNPRINTABLE.matcher(text).replaceAll(" ");
    var anonymous = USER.matcher(printable).replaceAll(WITHHELD);
    return SPACES
        .matcher(MacAddress.ANYWHERE.matcher(anonymous).replaceAll(WITHHELD))
        .replaceAll(" ")
        .strip();
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end).strip();
  }
}
