package dev.ringfence.fleet;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The spellings of a 48-bit hardware address. */
final class MacAddress {
  /** Within a text: with hyphens, colons or dots, or twelve digits in a row. */
  static final Pattern ANYWHERE =
      Pattern.compile(
          "(?i)(?<![0-9a-f])(?:[0-9a-f]{12}|[0-9a-f]{2}(?:[-:][0-9a-f]{2}){5}"
              + "|[0-9a-f]{4}(?:\\.[0-9a-f]{4}){2})(?![0-9a-f])");

  private static final long ALL_ONES = 0xFFFF_FFFF_FFFFL;

  private MacAddress() {}

  /**
   * The address as a number. Placeholders, all zeros or all ones, are no address: many phones would
   * become one.
   */
  static OptionalLong parse(String text) {
    if (!ANYWHERE.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    long address = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit >= 0) {
        address = (address << 4) | digit;
      }
    }
    return address == 0 || address == ALL_ONES ? OptionalLong.empty() : OptionalLong.of(address);
  }
}
