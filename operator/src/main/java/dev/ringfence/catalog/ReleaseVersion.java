package dev.ringfence.catalog;

import java.util.Optional;

/**
 * The version of a listed release: one build, or with {@code *} as its last number every build of a
 * line, where {@code first} and {@code last} are the ends of the line.
 */
public record ReleaseVersion(FirmwareVersion first, FirmwareVersion last)
    implements Comparable<ReleaseVersion> {
  public ReleaseVersion {
    boolean line =
        first.sameLine(last)
            && first.revision() == 0
            && last.revision() == FirmwareVersion.MAX_NUMBER;
    if (!first.equals(last) && !line) {
      throw new IllegalArgumentException(
          "a release has the versions %s to %s, expected one version or a whole line"
              .formatted(first, last));
    }
  }

  public static ReleaseVersion of(FirmwareVersion version) {
    return new ReleaseVersion(version, version);
  }

  /** Reads {@code 4.0.7577.4387} or {@code 1.0.522.*}. */
  public static Optional<ReleaseVersion> parse(String text) {
    if (!text.endsWith(".*")) {
      return FirmwareVersion.parse(text).map(ReleaseVersion::of);
    }
    var line = text.substring(0, text.length() - 1);
    return FirmwareVersion.parse(line + "0")
        .map(
            first ->
                new ReleaseVersion(
                    first,
                    new FirmwareVersion(
                        first.major(), first.minor(), first.build(), FirmwareVersion.MAX_NUMBER)));
  }

  public boolean wholeLine() {
    return !first.equals(last);
  }

  public boolean covers(FirmwareVersion version) {
    return first.compareTo(version) <= 0 && last.compareTo(version) >= 0;
  }

  /** By first build; a whole line comes before the single builds listed within it. */
  @Override
  public int compareTo(ReleaseVersion other) {
    int byFirst = first.compareTo(other.first);
    return byFirst != 0 ? byFirst : other.last.compareTo(last);
  }

  @Override
  public String toString() {
    return wholeLine() ? first.line() + ".*" : first.toString();
  }
}
