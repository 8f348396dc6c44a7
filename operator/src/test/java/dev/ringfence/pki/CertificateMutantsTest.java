package dev.ringfence.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.AllocationLimit;
import dev.ringfence.testing.Mutants;
import dev.ringfence.testing.Mutants.Damage;
import dev.ringfence.testing.Suites;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 2,930 public certificates, each damaged nine times: only the one exception comes out, the work is
 * bounded by counted bytes and nodes, and no damage verifies.
 */
final class CertificateMutantsTest {
  private static final long SEED = 20261123;
  private static final int ROUNDS = 3;

  /** What the fuzz targets allow as well, for any input. */
  private static final AllocationLimit LIMIT = new AllocationLimit(256 << 10, 400);

  private static List<Certificate> originals = List.of();

  private final CertificateParser parser = new CertificateParser(ParserLimits.parser());
  private final SignatureVerifier verifier = new SignatureVerifier();

  @BeforeAll
  static void load() {
    originals =
        new CertificateParser(ParserLimits.pool())
            .parse(Suites.bytes("chains/all-certs.pem.xz"), "all");
  }

  @Test
  void damageIsReadOrRefusedWithinBounds() {
    var mutants = new Mutants(SEED);
    Map<Damage, Integer> read = new EnumMap<>(Damage.class);
    int tried = 0;
    for (var original : originals) {
      byte[] encoded = original.encoded();
      for (int round = 0; round < ROUNDS; round++) {
        for (var damage : Damage.values()) {
          tried++;
          byte[] mutant = mutants.of(encoded, damage);
          LIMIT.hold(mutant.length, () -> read(mutant));
          var certificate = read(mutant);
          if (certificate.isPresent()) {
            read.merge(damage, 1, Integer::sum);
            check(certificate.get(), original, mutant.length);
          }
        }
      }
    }
    assertThat(tried).isGreaterThanOrEqualTo(20_000);
    // Most flipped bits hit a name, a key or the signature, which leaves a certificate.
    assertThat(read.getOrDefault(Damage.BITS_FLIPPED, 0)).isBetween(tried / 30, tried / 3);
    assertThat(read.getOrDefault(Damage.TRUNCATED, 0)).isZero();
  }

  /** The outline may leave anything to the parser, but never say otherwise than it. */
  @Test
  void theOutlineFindsTheSubjectThatTheParserFinds() {
    var mutants = new Mutants(SEED + 1);
    int left = 0;
    for (var original : originals) {
      assertThat(outlined(original)).as(original.toString()).isTrue();
      for (var damage : Damage.values()) {
        var mutant = read(mutants.of(original.encoded(), damage));
        if (mutant.isPresent() && !outlined(mutant.get())) {
          left++;
        }
      }
    }
    assertThat(left).as("damage that needs the parser").isLessThan(originals.size() / 10);
  }

  /** Whether there is an outline, which must be right then; the key must be in any case. */
  private boolean outlined(Certificate certificate) {
    byte[] encoded = certificate.encoded();
    var stored = parser.stored(encoded, "mutant");
    assertThat(stored.subjectKey()).isEqualTo(NameKey.of(certificate.subject().rdns()));
    assertThat(stored.certificate()).isEqualTo(certificate);
    var subject = CertificateOutline.subject(encoded);
    if (subject == null) {
      return false;
    }
    assertThat(subject.encoded()).isEqualTo(certificate.subject().encoded());
    return true;
  }

  private Optional<Certificate> read(byte[] mutant) {
    try {
      return Optional.of(parser.parse(mutant, "mutant").get(0));
    } catch (CertificateFormatException e) {
      assertThat(e.getMessage()).startsWith("mutant").endsWith(".");
      return Optional.empty();
    }
  }

  /** Self-signed ones with their own key, which may be the damaged one. */
  private void check(Certificate mutant, Certificate original, int bytes) {
    assertThat(mutant.toString()).doesNotContainPattern("\\p{Cntrl}");
    assertThat(nodes(mutant)).isLessThan(bytes / 2);
    var result = verifier.verify(mutant, mutant.publicKey());
    if (original.selfIssued() && !mutant.equals(original)) {
      assertThat(result == SignatureVerifier.Result.VALID && signedPartChanged(mutant, original))
          .as("a changed %s verifies", original)
          .isFalse();
    }
  }

  private static boolean signedPartChanged(Certificate mutant, Certificate original) {
    return !Arrays.equals(mutant.signedBytes(), original.signedBytes());
  }

  /** Everything that is held in lists; a value of DER takes two bytes at least. */
  private static int nodes(Certificate certificate) {
    return certificate.subject().size()
        + certificate.issuer().size()
        + certificate.extensionOids().size()
        + certificate.subjectAlternativeNames().count()
        + certificate.caIssuersUrls().size()
        + certificate.policyMappings().size()
        + certificate.extendedKeyUsage().map(List::size).orElse(0)
        + certificate.certificatePolicies().map(List::size).orElse(0);
  }
}
