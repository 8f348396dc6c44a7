package dev.ringfence.pki;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as a trust store keeps it: an encoding of which only the subject is looked at,
 * until somebody asks for the certificate. Two are equal if their encodings are. Safe for several
 * threads.
 */
public final class StoredCertificate {
  private final byte[] encoded;
  private final int hash;
  private final int subjectKey;
  private final @Nullable CertificateParser parser;
  private final String source;
  private volatile @Nullable Certificate certificate;

  /** Takes the array as it is. What has no subject to be found is read at once. */
  StoredCertificate(byte[] encoded, CertificateParser parser, String source) {
    this.encoded = encoded;
    this.hash = Certificate.hashOf(encoded);
    this.parser = parser;
    this.source = source;
    var subject = CertificateOutline.subject(encoded);
    Integer key = subject == null ? null : keyOf(subject);
    this.subjectKey = key == null ? certificate().subject().key() : key;
  }

  private StoredCertificate(Certificate certificate) {
    this.encoded = certificate.encoding();
    this.hash = certificate.hashCode();
    this.parser = null;
    this.source = "";
    this.subjectKey = certificate.subject().key();
    this.certificate = certificate;
  }

  /** A name that is not plain text is read for it, by itself; null if that is no name. */
  private static @Nullable Integer keyOf(DerValue subject) {
    var plain = NameKey.of(subject);
    if (plain != null) {
      return plain;
    }
    try {
      return DistinguishedName.read(subject).key();
    } catch (DerException e) {
      return null;
    }
  }

  /** Of one that has been read. */
  public static StoredCertificate of(Certificate certificate) {
    return new StoredCertificate(certificate);
  }

  /**
   * The certificate, read when it is first asked for.
   *
   * @throws CertificateFormatException if it cannot be read
   */
  public Certificate certificate() {
    var known = certificate;
    if (known == null) {
      known = Objects.requireNonNull(parser).parse(encoded, source).get(0);
      certificate = known;
    }
    return known;
  }

  /** Whether it has been asked for. */
  public boolean isRead() {
    return certificate != null;
  }

  /** Whether this is the certificate's own encoding; nothing is read for it. */
  public boolean encodes(Certificate other) {
    var known = certificate;
    return known == null ? Arrays.equals(encoded, other.encoding()) : known.equals(other);
  }

  /** Equal for those whose subjects match. */
  int subjectKey() {
    return subjectKey;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredCertificate stored
        && hash == stored.hash
        && Arrays.equals(encoded, stored.encoded);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return certificate().toString();
  }
}
