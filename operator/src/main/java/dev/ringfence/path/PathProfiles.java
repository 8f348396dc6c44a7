package dev.ringfence.path;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The path-builder profiles there are; docs/path-builders.md says where each one comes from. */
public final class PathProfiles {
  private static final int RFC5280_DEPTH = 16;

  /** Names in the alternative name only. */
  private static final ExtensionReading STRICT =
      ExtensionReading.rfc5280()
          .withNames(ExtensionReading.rfc5280().names().with(CommonNames.NONE));

  /** RFC 5280 6.1 with a complete search, and the strictest reading of certificates there is. */
  private static final PathProfile RFC5280 =
      new PathProfile(
          "rfc5280",
          new ChainGrowth(true, false, false, false, false, true, RFC5280_DEPTH, false),
          new IssuerChoice(
              NameMatching.NORMALIZED,
              false,
              false,
              false,
              false,
              true,
              Repeats.REFUSED,
              IssuerPreference.FIRST),
          new ValidationRules(
              EnumSet.allOf(PathCheck.class),
              CheckedCertificates.ALL,
              STRICT,
              true,
              true,
              false,
              WildcardNames.WHOLE_LABEL,
              CheckOrder.SIGNATURES_FIRST,
              null,
              null));

  /** A simple client: walks up the chain as it was sent, looking for an anchor at each step. */
  private static final PathProfile SERVED_ORDER =
      new PathProfile(
          "served-order",
          new ChainGrowth(false, true, true, false, true, true, RFC5280_DEPTH, false),
          new IssuerChoice(
              NameMatching.NORMALIZED,
              true,
              false,
              false,
              false,
              true,
              Repeats.REFUSED,
              IssuerPreference.FIRST),
          new ValidationRules(
              EnumSet.complementOf(
                  EnumSet.of(PathCheck.STRICT_FORM, PathCheck.CERTIFICATE_POLICIES)),
              CheckedCertificates.SIGNED,
              ExtensionReading.rfc5280(),
              false,
              true,
              true,
              WildcardNames.WHOLE_LABEL,
              CheckOrder.SIGNATURES_FIRST,
              null,
              null));

  private static final List<PathProfile> ALL =
      Stream.concat(Stream.of(RFC5280, SERVED_ORDER), OpenSslProfiles.all().stream())
          .sorted(Comparator.comparing(PathProfile::name))
          .toList();

  private PathProfiles() {}

  /** Sorted by name. */
  public static List<PathProfile> all() {
    return ALL;
  }

  public static Optional<PathProfile> find(String name) {
    return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /**
   * The profile of that name.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static PathProfile named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no path profile %s, expected one of %s"
                        .formatted(
                            name,
                            ALL.stream()
                                .map(PathProfile::name)
                                .collect(Collectors.joining(", ")))));
  }
}
