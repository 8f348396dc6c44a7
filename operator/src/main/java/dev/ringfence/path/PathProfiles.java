package dev.ringfence.path;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The path-builder profiles there are; docs/path-builders.md says where each one comes from. */
public final class PathProfiles {
  private static final int RFC5280_DEPTH = 16;
  private static final int OPENSSL_DEPTH = 100;

  /** RFC 5280 6.1 with a complete search, and the strictest reading of certificates there is. */
  private static final PathProfile RFC5280 =
      new PathProfile(
          "rfc5280",
          new ChainGrowth(true, false, false, false, false, true, RFC5280_DEPTH),
          new IssuerChoice(
              NameMatching.NORMALIZED, false, false, true, true, IssuerPreference.FIRST),
          new ValidationRules(
              EnumSet.allOf(PathCheck.class),
              CheckedCertificates.ALL,
              ExtensionReading.RFC5280,
              true,
              true,
              false,
              null));

  /** A simple client: walks up the chain as it was sent, looking for an anchor at each step. */
  private static final PathProfile SERVED_ORDER =
      new PathProfile(
          "served-order",
          new ChainGrowth(false, true, true, false, true, true, RFC5280_DEPTH),
          new IssuerChoice(
              NameMatching.NORMALIZED, true, false, true, true, IssuerPreference.FIRST),
          new ValidationRules(
              EnumSet.complementOf(
                  EnumSet.of(PathCheck.STRICT_FORM, PathCheck.CERTIFICATE_POLICIES)),
              CheckedCertificates.SIGNED,
              ExtensionReading.RFC5280,
              false,
              true,
              true,
              null));

  private static final PathProfile OPENSSL_1_0_1 =
      new PathProfile("openssl-1.0.1", openSslGrowth(false), openSslIssuers(false), openSslRules());

  private static final PathProfile OPENSSL_1_0_2 =
      new PathProfile("openssl-1.0.2", openSslGrowth(true), openSslIssuers(true), openSslRules());

  private static final List<PathProfile> ALL =
      List.of(OPENSSL_1_0_1, OPENSSL_1_0_2, RFC5280, SERVED_ORDER);

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

  private static ChainGrowth openSslGrowth(boolean alternateChains) {
    return new ChainGrowth(false, false, false, alternateChains, false, false, OPENSSL_DEPTH);
  }

  private static IssuerChoice openSslIssuers(boolean refusesRepeats) {
    return new IssuerChoice(
        NameMatching.NORMALIZED, true, true, false, refusesRepeats, IssuerPreference.FIRST);
  }

  private static ValidationRules openSslRules() {
    return new ValidationRules(
        openSslChecks(),
        CheckedCertificates.NOT_HELD,
        ExtensionReading.OPENSSL,
        true,
        false,
        true,
        null);
  }

  private static Set<PathCheck> openSslChecks() {
    return Arrays.stream(PathCheck.values())
        .filter(check -> check != PathCheck.STRICT_FORM)
        .filter(check -> check != PathCheck.CERTIFICATE_POLICIES)
        .collect(Collectors.toUnmodifiableSet());
  }
}
