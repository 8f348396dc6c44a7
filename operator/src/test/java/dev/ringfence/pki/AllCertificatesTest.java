package dev.ringfence.pki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Suites;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 2,930 public certificates of 1994 to 2026 against what other software read from them. */
final class AllCertificatesTest {
  private static final int COUNT = 2_930;
  private static final int BATCH = 1_000;
  private static final Pattern COMMENT =
      Pattern.compile(
          "# sha256=(\\w+)\n# subject=(.*)\n# issuer=(.*)\n# (\\S+) \\.\\. (\\S+) (\\S+) (\\S+)\n");

  /** What the comment before a certificate says. */
  private record Expected(
      String sha256,
      String subject,
      String issuer,
      String notBefore,
      String notAfter,
      String key,
      String signature) {}

  private static List<Expected> expected = List.of();
  private static List<Certificate> certificates = List.of();

  @BeforeAll
  static void loadInBatches() {
    var text = Suites.text("chains/all-certs.pem.xz");
    var parser = new CertificateParser(ParserLimits.parser());
    var comments = new ArrayList<Expected>();
    var parsed = new ArrayList<Certificate>();
    int start = 0;
    var matcher = COMMENT.matcher(text);
    while (matcher.find()) {
      if (comments.size() % BATCH == 0 && !comments.isEmpty()) {
        parsed.addAll(parser.parse(text.substring(start, matcher.start()).getBytes(UTF_8), "all"));
        start = matcher.start();
      }
      comments.add(
          new Expected(
              matcher.group(1),
              matcher.group(2),
              matcher.group(3),
              matcher.group(4),
              matcher.group(5),
              matcher.group(6),
              matcher.group(7)));
    }
    parsed.addAll(parser.parse(text.substring(start).getBytes(UTF_8), "all"));
    expected = comments;
    certificates = parsed;
  }

  @Test
  void refusesNone() {
    assertThat(expected).hasSize(COUNT);
    assertThat(certificates).hasSize(COUNT);
  }

  @Test
  void readsWhatTheCommentsSay() {
    var mismatches = new Mismatches();
    for (int i = 0; i < COUNT; i++) {
      var certificate = certificates.get(i);
      var comment = expected.get(i);
      mismatches.of(comment.sha256);
      mismatches.compare(certificate.sha256(), comment.sha256);
      mismatches.compare(
          certificate.validity(),
          new Validity(
              OffsetDateTime.parse(comment.notBefore).toInstant(),
              OffsetDateTime.parse(comment.notAfter).toInstant()));
      mismatches.compare(certificate.publicKey().name(), keyName(comment.key));
      mismatches.compare(certificate.signatureAlgorithm().name(), signatureName(comment.signature));
      compareNames(mismatches, certificate.subject(), comment.subject);
      compareNames(mismatches, certificate.issuer(), comment.issuer);
    }
    assertThat(mismatches.all).isEmpty();
  }

  /** What differs, with the certificate it differs in. */
  private static final class Mismatches {
    final List<String> all = new ArrayList<>();
    private String sha256 = "";

    void of(String certificateSha256) {
      this.sha256 = certificateSha256;
    }

    void compare(Object own, Object other) {
      if (!Objects.deepEquals(own, other)) {
        all.add("%s: %s, expected %s".formatted(sha256, own, other));
      }
    }
  }

  private static void compareNames(Mismatches mismatches, DistinguishedName name, String comment) {
    for (var type :
        List.of(
            DistinguishedName.COMMON_NAME,
            DistinguishedName.ORGANIZATION,
            DistinguishedName.ORGANIZATIONAL_UNIT,
            DistinguishedName.EMAIL_ADDRESS)) {
      for (var value : name.values(type)) {
        if (!ascii(comment).contains(ascii(value))) {
          mismatches.compare(value, comment);
        }
      }
    }
  }

  /** Teletex strings beyond ASCII are read in as many ways as there are programs. */
  private static String ascii(String text) {
    return text.replaceAll("[^ -~]", "");
  }

  private static String keyName(String key) {
    return switch (key) {
      case "ec256" -> "ec-secp256r1";
      case "ec384" -> "ec-secp384r1";
      case "ec528" -> "ec-secp521r1";
      default -> key.replace("rsa", "rsa-");
    };
  }

  private static String signatureName(String signature) {
    return signature.endsWith("_ecdsa")
        ? "ecdsa-with-SHA" + signature.substring(3, signature.indexOf('_'))
        : signature.replace("_rsa", "WithRSAEncryption");
  }

  @Test
  void agreesWithTheJavaPlatformWhereThatCanReadThem() throws CertificateException {
    var factory = CertificateFactory.getInstance("X.509");
    var mismatches = new Mismatches();
    int refusedByPlatform = 0;
    for (var certificate : certificates) {
      var other = platform(factory, certificate);
      if (other.isEmpty()) {
        refusedByPlatform++;
      } else {
        mismatches.of(certificate.sha256());
        compare(mismatches, certificate, other.get());
      }
    }
    assertThat(mismatches.all).isEmpty();
    assertThat(refusedByPlatform).isLessThan(10);
  }

  private static Optional<X509Certificate> platform(CertificateFactory factory, Certificate own) {
    try {
      var stream = new ByteArrayInputStream(own.encoded());
      return Optional.of((X509Certificate) factory.generateCertificate(stream));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  private static void compare(Mismatches mismatches, Certificate own, X509Certificate other)
      throws CertificateException {
    mismatches.compare(own.subject().encoded(), other.getSubjectX500Principal().getEncoded());
    mismatches.compare(own.issuer().encoded(), other.getIssuerX500Principal().getEncoded());
    mismatches.compare(own.serialNumber(), other.getSerialNumber());
    mismatches.compare(own.version(), other.getVersion());
    mismatches.compare(own.validity().notBefore(), other.getNotBefore().toInstant());
    mismatches.compare(own.validity().notAfter(), other.getNotAfter().toInstant());
    mismatches.compare(own.signedBytes(), other.getTBSCertificate());
    mismatches.compare(own.signature(), other.getSignature());
    mismatches.compare(own.signatureAlgorithm().oid(), other.getSigAlgOID());
    var critical = orEmpty(other.getCriticalExtensionOIDs());
    mismatches.compare(Set.copyOf(own.criticalExtensionOids()), critical);
    mismatches.compare(
        own.extensionOids().size(),
        critical.size() + orEmpty(other.getNonCriticalExtensionOIDs()).size());
    mismatches.compare(basicConstraints(own), other.getBasicConstraints());
    mismatches.compare(own.extendedKeyUsage(), Optional.ofNullable(other.getExtendedKeyUsage()));
    var names = other.getSubjectAlternativeNames();
    mismatches.compare(own.subjectAlternativeNames().count(), names == null ? 0 : names.size());
    var usage = other.getKeyUsage();
    mismatches.compare(own.keyUsage().isPresent(), usage != null);
    if (usage != null) {
      for (var use : KeyUsage.Use.values()) {
        mismatches.compare(
            own.keyUsage().orElseThrow().allows(use), use.bit() < usage.length && usage[use.bit()]);
      }
    }
  }

  private static Set<String> orEmpty(@Nullable Set<String> oids) {
    return oids == null ? Set.of() : oids;
  }

  /** As the platform counts: -1 for no CA, the largest int for no limit. */
  private static int basicConstraints(Certificate certificate) {
    return certificate
        .basicConstraints()
        .filter(BasicConstraints::ca)
        .map(constraints -> constraints.pathLength().orElse(Integer.MAX_VALUE))
        .orElse(-1);
  }

  @Test
  void verifiesSelfSignaturesAsTheJavaPlatformDoes() throws GeneralSecurityException {
    var factory = CertificateFactory.getInstance("X.509");
    var verifier = new SignatureVerifier();
    int valid = 0;
    for (var certificate : certificates) {
      var other = platform(factory, certificate);
      if (!certificate.selfIssued() || other.isEmpty()) {
        continue;
      }
      var result = verifier.verify(certificate, certificate.publicKey());
      assertThat(result == SignatureVerifier.Result.VALID)
          .as(certificate.toString())
          .isEqualTo(verifies(other.get()));
      valid += result == SignatureVerifier.Result.VALID ? 1 : 0;
    }
    assertThat(valid).isGreaterThan(500);
  }

  private static boolean verifies(X509Certificate certificate) throws GeneralSecurityException {
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (SignatureException e) {
      return false;
    }
  }
}
