package dev.ringfence.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.TestPki;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CertificateIndexTest {
  private final CertificateParser parser = new CertificateParser(ParserLimits.parser());

  private final Certificate one = root("CN=One", "a");
  private final Certificate oneAgain = root("CN=one", "b");
  private final Certificate two = root("CN=Two", "a");

  private static Certificate root(String subject, String key) {
    return TestPki.rootCa().subject(subject).key(KeyKind.EC_P256, key).mint().certificate();
  }

  private StoredCertificate stored(Certificate certificate) {
    return parser.stored(certificate.encoded(), "a test");
  }

  @Test
  void readsThoseThatAreAskedForByName() {
    var entries = List.of(stored(two), stored(one), stored(oneAgain));
    var index = new CertificateIndex(entries);

    assertThat(index.named(one.subject())).containsExactly(one, oneAgain);
    assertThat(entries).extracting(StoredCertificate::isRead).containsExactly(false, true, true);
    assertThat(index.named(root("CN=Three", "a").subject())).isEmpty();
    assertThat(entries.get(0).isRead()).isFalse();
  }

  @Test
  void holdsExactlyTheEncodingsGivenAndReadsNoneForIt() {
    var entries = List.of(stored(one), stored(two));
    var index = new CertificateIndex(entries);

    assertThat(index.holds(one)).isTrue();
    assertThat(index.holds(two)).isTrue();
    assertThat(index.holds(oneAgain)).isFalse();
    assertThat(entries).extracting(StoredCertificate::isRead).containsOnly(false);
  }

  @Test
  void dropsDuplicatesAndKeepsTheOrder() {
    var index =
        new CertificateIndex(
            List.of(stored(two), StoredCertificate.of(one), stored(two), stored(one)));

    assertThat(index.size()).isEqualTo(2);
    assertThat(index.certificates()).containsExactly(two, one);
    assertThat(index.named(two.subject())).containsExactly(two);
  }

  @Test
  void isEmptyOfNothing() {
    var index = new CertificateIndex(List.of());

    assertThat(index.size()).isZero();
    assertThat(index.certificates()).isEmpty();
    assertThat(index.named(one.subject())).isEmpty();
    assertThat(index.holds(one)).isFalse();
  }

  /** However many share a name, which anybody can bring about. */
  @Test
  void tellsNamesakesApartByTheirEncodings() {
    var namesakes = IntStream.range(0, 20).mapToObj(i -> root("CN=Same", "key " + i)).toList();
    var entries = Stream.concat(namesakes.stream(), namesakes.stream()).map(this::stored).toList();
    var index = new CertificateIndex(entries);

    assertThat(index.size()).isEqualTo(20);
    assertThat(namesakes).allMatch(index::holds);
    assertThat(entries).extracting(StoredCertificate::isRead).containsOnly(false);
    assertThat(index.named(namesakes.get(0).subject())).isEqualTo(namesakes);
  }

  /** A damaged entry is no trust, and whoever comes to it is told. */
  @Test
  void tellsOfDamageWhenSomebodyComesToIt() {
    byte[] damaged = one.encoded();
    // Behind everything that an outline looks at.
    int key = indexOf(damaged, one.publicKey().spkiSha256());
    damaged[key] = 0x31;
    var entry = parser.stored(damaged, "Store \"test\"");
    var index = new CertificateIndex(List.of(entry, stored(two)));

    assertThat(index.holds(one)).isFalse();
    assertThat(index.named(two.subject())).containsExactly(two);
    assertThatThrownBy(() -> index.named(one.subject()))
        .isInstanceOf(CertificateFormatException.class)
        .hasMessageStartingWith("Store \"test\"")
        .hasMessageContaining("the public key");
    assertThatThrownBy(index::certificates).isInstanceOf(CertificateFormatException.class);
  }

  /** Where the public key begins. */
  private int indexOf(byte[] encoded, String spkiSha256) {
    for (int start = 0; start < encoded.length; start++) {
      for (int end = start + 80; end < Math.min(start + 100, encoded.length); end++) {
        if (Fingerprint.sha256(Arrays.copyOfRange(encoded, start, end)).equals(spkiSha256)) {
          return start;
        }
      }
    }
    throw new AssertionError("no public key");
  }

  @Test
  void refusesWhatHasNoSubjectAtOnce() {
    byte[] cut = Arrays.copyOf(one.encoded(), 40);

    assertThatThrownBy(() -> parser.stored(cut, "A test"))
        .isInstanceOf(CertificateFormatException.class)
        .hasMessageStartingWith("A test");
  }

  @Test
  void keepsACopyOfWhatItWasGiven() {
    byte[] encoded = one.encoded();
    var entry = parser.stored(encoded, "a test");
    Arrays.fill(encoded, (byte) 0);

    assertThat(entry.certificate()).isEqualTo(one);
    assertThat(entry).isEqualTo(StoredCertificate.of(one)).hasSameHashCodeAs(stored(one));
    assertThat(entry).isNotEqualTo(stored(two)).hasToString(one.toString());
  }
}
