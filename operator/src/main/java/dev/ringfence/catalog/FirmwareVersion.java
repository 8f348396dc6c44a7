package dev.ringfence.catalog;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Four numbers, compared one after the other. */
public record FirmwareVersion(int major, int minor, int build, int revision)
    implements Comparable<FirmwareVersion> {
  /** The largest number that a version may hold. */
  public static final int MAX_NUMBER = 999_999_999;

  private static final Pattern GRAMMAR =
      Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})\\.([0-9]{1,9})\\.([0-9]{1,9})");
  private static final Comparator<FirmwareVersion> ORDER =
      Comparator.comparingInt(FirmwareVersion::major)
          .thenComparingInt(FirmwareVersion::minor)
          .thenComparingInt(FirmwareVersion::build)
          .thenComparingInt(FirmwareVersion::revision);

  public FirmwareVersion {
    check(major);
    check(minor);
    check(build);
    check(revision);
  }

  private static void check(int number) {
    if (number < 0 || number > MAX_NUMBER) {
      throw new IllegalArgumentException(
          "a number of a firmware version is %d, expected 0 to %d".formatted(number, MAX_NUMBER));
    }
  }

  /** Empty if the text is anything but four numbers of up to nine digits with dots between. */
  public static Optional<FirmwareVersion> parse(String text) {
    var matcher = GRAMMAR.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new FirmwareVersion(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)),
            Integer.parseInt(matcher.group(4))));
  }

  /** Whether the first three numbers are equal: only such versions follow each other. */
  public boolean sameLine(FirmwareVersion other) {
    return major == other.major && minor == other.minor && build == other.build;
  }

  /** The first three numbers, such as {@code 4.0.7577}. */
  public String line() {
    return major + "." + minor + "." + build;
  }

  @Override
  public int compareTo(FirmwareVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line() + "." + revision;
  }
}
