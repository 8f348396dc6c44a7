package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a certificate is for a server of a given name (RFC 6125 6.4, RFC 2818 3.1). */
public final class ServerNameMatch {
  private static final int MAX_SHOWN = 5;

  private ServerNameMatch() {}

  /** With common names where there is no DNS alternative name. */
  public static boolean matches(String name, Certificate certificate) {
    return matches(name, certificate, true);
  }

  /**
   * A name that is an IP address is held against IP addresses only. A wildcard stands for exactly
   * one label, the left-most, as a whole, and two labels or more must follow.
   *
   * @param commonNames whether common names count where there is no DNS alternative name
   */
  public static boolean matches(String name, Certificate certificate, boolean commonNames) {
    return matches(name, certificate, commonNames, WildcardNames.WHOLE_LABEL);
  }

  static boolean matches(
      String name, Certificate certificate, boolean commonNames, WildcardNames wildcards) {
    Optional<String> address = IpLiteral.hex(name);
    if (address.isPresent()) {
      return certificate.subjectAlternativeNames().ipAddresses().contains(address.get());
    }
    var wanted = normalized(name);
    return !wanted.isEmpty()
        && dnsNames(certificate, commonNames)
            .anyMatch(presented -> wildcards.matches(wanted, normalized(presented)));
  }

  /** What the certificate is for, to be shown: alternative names, else common names. */
  static String names(Certificate certificate) {
    var addresses = certificate.subjectAlternativeNames().ipAddresses().stream();
    var names =
        Stream.concat(dnsNames(certificate, true), addresses.map(hex -> "IP address " + hex))
            .map(name -> name.replaceAll("[^\\x20-\\x7e]", "?"))
            .toList();
    if (names.isEmpty()) {
      return "none";
    }
    var shown = String.join(", ", names.subList(0, Math.min(names.size(), MAX_SHOWN)));
    return names.size() <= MAX_SHOWN
        ? shown
        : "%s and %d more".formatted(shown, names.size() - MAX_SHOWN);
  }

  private static Stream<String> dnsNames(Certificate certificate, boolean commonNames) {
    var dnsNames = certificate.subjectAlternativeNames().dnsNames();
    return dnsNames.isEmpty() && commonNames
        ? certificate.commonNames().stream()
        : dnsNames.stream();
  }

  /** Lower case, without the dot of the root. */
  private static String normalized(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
