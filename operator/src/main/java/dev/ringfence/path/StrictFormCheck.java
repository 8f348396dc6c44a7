package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.KeyUsage;
import dev.ringfence.pki.NameConstraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What RFC 5280 4 demands of the form of certificates, as far as a validator should refuse it. */
final class StrictFormCheck {
  private static final Set<String> BROKEN_HASHES = Set.of("MD2", "MD5", "SHA-1");
  private static final int IPV4_DIGITS = 8;
  private static final int IPV6_DIGITS = 32;

  private final Purpose purpose;
  private final List<PathFailure> failures = new ArrayList<>(0);

  private StrictFormCheck(Purpose purpose) {
    this.purpose = purpose;
  }

  static List<PathFailure> of(CertificationPath path, Purpose purpose) {
    var check = new StrictFormCheck(purpose);
    path.certificates().forEach(check::anyCertificate);
    path.issuers().forEach(check::issuer);
    check.endEntity(path.endEntity());
    check.anchor(path.anchor());
    if (purpose != Purpose.ANY) {
      path.signed().forEach(check::brokenHash);
    }
    if (purpose == Purpose.WEB_SERVER) {
      check.failures.addAll(WebServerFormCheck.of(path));
    }
    return List.copyOf(check.failures);
  }

  private void anyCertificate(Certificate certificate) {
    demand(
        certificate.signatureAlgorithmsAgree(),
        certificate,
        "its two signature algorithm fields differ (RFC 5280 4.1.1.2)");
    demand(!certificate.issuer().isEmpty(), certificate, "its issuer is empty (RFC 5280 4.1.2.4)");
    boolean ca = isCa(certificate);
    boolean signs =
        certificate.keyUsage().map(usage -> usage.allows(KeyUsage.Use.KEY_CERT_SIGN)).orElse(false);
    boolean denied = certificate.basicConstraints().isPresent() && !ca;
    demand(
        !(denied && signs),
        certificate,
        "its key usage lets it sign certificates, but it is no CA (RFC 5280 4.2.1.9)");
    certificate.nameConstraints().ifPresent(found -> nameConstraints(certificate, ca, found));
  }

  private void nameConstraints(Certificate certificate, boolean ca, NameConstraints constraints) {
    demand(ca, certificate, "it has name constraints, but it is no CA (RFC 5280 4.2.1.10)");
    var halves = List.of(constraints.permitted(), constraints.excluded());
    demand(
        !halves.stream().allMatch(half -> half.isEmpty()),
        certificate,
        "its name constraints are empty (RFC 5280 4.2.1.10)");
    demand(
        halves.stream()
            .flatMap(half -> half.dnsNames().stream())
            .allMatch(name -> name.isEmpty() || DnsSubtree.isHostName(name)),
        certificate,
        "its name constraints have a DNS name that is none (RFC 5280 4.2.1.10)");
    demand(
        halves.stream()
            .flatMap(half -> half.ipRanges().stream())
            .allMatch(range -> range.contiguousMask()),
        certificate,
        "its name constraints have an IP address whose mask is no prefix (RFC 5280 4.2.1.10)");
  }

  private void issuer(Certificate certificate) {
    demand(
        !certificate.subject().isEmpty(),
        certificate,
        "it issued a certificate of the path, but its subject is empty (RFC 5280 4.1.2.6)");
  }

  private void endEntity(Certificate certificate) {
    var names = certificate.subjectAlternativeNames();
    demand(
        !certificate.subject().isEmpty() || names.critical(),
        certificate,
        "its subject is empty, and it has no critical alternative name (RFC 5280 4.2.1.6)");
    demand(
        all(names.dnsNames(), DnsSubtree::isHostPattern),
        certificate,
        "it has an alternative DNS name that is none (RFC 5280 4.2.1.6, RFC 1034 3.5)");
    demand(
        all(names.ipAddresses(), hex -> hex.length() == IPV4_DIGITS || hex.length() == IPV6_DIGITS),
        certificate,
        "it has an alternative IP address of neither 4 nor 16 bytes (RFC 5280 4.2.1.6)");
  }

  /** Only here, because test 4.6.4 of PKITS wants it tolerated in an intermediate. */
  private void anchor(Certificate certificate) {
    boolean critical =
        certificate.basicConstraints().map(constraints -> constraints.critical()).orElse(true);
    demand(
        critical || purpose == Purpose.ANY,
        certificate,
        "it is an anchor whose basic constraints are not critical (RFC 5280 4.2.1.9)");
  }

  /** RFC 8446 4.4.2.4: MD5 must not, SHA-1 should not be relied upon; anchors excepted. */
  private void brokenHash(Certificate certificate) {
    if (certificate.signatureAlgorithm().hash().filter(BROKEN_HASHES::contains).isPresent()) {
      failures.add(
          new PathFailure(
              PathFailure.ALGORITHM_TOO_WEAK,
              certificate,
              "%s is signed with %s, whose hash is broken (RFC 8446 4.4.2.4)."
                  .formatted(certificate, certificate.signatureAlgorithm())));
    }
  }

  private static boolean all(List<String> names, Predicate<String> demand) {
    for (var name : names) {
      if (!demand.test(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCa(Certificate certificate) {
    return certificate.basicConstraints().map(constraints -> constraints.ca()).orElse(false);
  }

  private void demand(boolean fulfilled, Certificate certificate, String why) {
    if (!fulfilled) {
      failures.add(
          new PathFailure(
              PathFailure.CERTIFICATE_FORM_INVALID,
              certificate,
              "%s is not well-formed: %s.".formatted(certificate, why)));
    }
  }
}
