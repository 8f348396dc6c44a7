package dev.ringfence.path;

import dev.ringfence.pki.ExtensionOid;
import java.util.HashSet;
import java.util.Set;

/**
 * How a validator reads extensions where readings differ.
 *
 * @param selfIssuedPathLengths a self-issued CA's own path length constraint counts
 * @param understood critical extensions that are acted upon, as object identifiers
 * @param proxies certificates issued by an end entity (RFC 3820) are known, and refused
 * @param refusesUndecodable a certificate with an extension that cannot be decoded is refused;
 *     otherwise the extension counts as absent
 */
public record ExtensionReading(
    AuthorityMark authorities,
    boolean selfIssuedPathLengths,
    Set<String> understood,
    boolean proxies,
    boolean refusesUndecodable,
    PurposeReading purposes,
    NameReading names) {
  public ExtensionReading {
    understood = Set.copyOf(understood);
  }

  /** To the letter; common names that are host names are held against constraints. */
  static ExtensionReading rfc5280() {
    return new ExtensionReading(
        AuthorityMark.DECLARED,
        true,
        Understood.RFC5280,
        false,
        true,
        PurposeReading.rfc5280(),
        new NameReading(CommonNames.HOST_NAMES, true, true, false, 0));
  }

  ExtensionReading withNames(NameReading reading) {
    return new ExtensionReading(
        authorities,
        selfIssuedPathLengths,
        understood,
        proxies,
        refusesUndecodable,
        purposes,
        reading);
  }

  /** Lists of critical extensions. */
  static final class Understood {
    static final Set<String> RFC5280 =
        Set.of(
            ExtensionOid.KEY_USAGE,
            ExtensionOid.SUBJECT_ALTERNATIVE_NAME,
            ExtensionOid.BASIC_CONSTRAINTS,
            ExtensionOid.NAME_CONSTRAINTS,
            ExtensionOid.CERTIFICATE_POLICIES,
            ExtensionOid.POLICY_MAPPINGS,
            ExtensionOid.POLICY_CONSTRAINTS,
            ExtensionOid.EXTENDED_KEY_USAGE,
            ExtensionOid.INHIBIT_ANY_POLICY);

    /** Without RFC 3779, whose resources nothing here compares. */
    static final Set<String> OPENSSL =
        with(
            RFC5280,
            ExtensionOid.CRL_DISTRIBUTION_POINTS,
            ExtensionOid.NETSCAPE_CERT_TYPE,
            ExtensionOid.PROXY_CERTIFICATE_INFORMATION);

    static final Set<String> OPENSSL_3 = with(OPENSSL, ExtensionOid.OCSP_NO_CHECK);

    private Understood() {}

    private static Set<String> with(Set<String> base, String... more) {
      var all = new HashSet<>(base);
      all.addAll(Set.of(more));
      return Set.copyOf(all);
    }
  }
}
