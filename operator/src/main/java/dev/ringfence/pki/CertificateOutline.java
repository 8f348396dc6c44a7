package dev.ringfence.pki;

import org.jspecify.annotations.Nullable;

/**
 * Where a certificate has its subject, found by the lengths of the fields before it. What is no
 * plain DER is left to the parser, so that there is one opinion on every certificate.
 */
final class CertificateOutline {
  private static final int VERSION = DerValue.constructed(0);

  private final byte[] encoded;
  private int position;
  private int limit;

  private CertificateOutline(byte[] encoded) {
    this.encoded = encoded;
    this.limit = encoded.length;
  }

  /**
   * The subject, null if the certificate has to be read to know. That there is one does not mean
   * that the certificate can be read.
   */
  static @Nullable DerValue subject(byte[] encoded) {
    var outline = new CertificateOutline(encoded);
    boolean found =
        outline.enter(DerValue.SEQUENCE)
            && outline.limit == encoded.length
            && outline.enter(DerValue.SEQUENCE)
            && outline.skipVersion()
            && outline.skip(DerValue.INTEGER) // the serial number
            && outline.skip(DerValue.SEQUENCE) // the signature algorithm
            && outline.skip(DerValue.SEQUENCE) // the issuer
            && outline.skip(DerValue.SEQUENCE); // the validity
    int start = outline.position;
    return found && outline.enter(DerValue.SEQUENCE)
        ? new DerValue(
            encoded, start, DerValue.SEQUENCE, outline.position, outline.limit, outline.limit)
        : null;
  }

  private boolean skipVersion() {
    return position == limit || (encoded[position] & 0xff) != VERSION || skip(VERSION);
  }

  private boolean enter(int tag) {
    int end = end(tag);
    if (end < 0) {
      return false;
    }
    position = contentStart();
    limit = end;
    return true;
  }

  private boolean skip(int tag) {
    int end = end(tag);
    position = end;
    return end >= 0;
  }

  private int contentStart() {
    int first = encoded[position + 1];
    return position + 2 + (first < 0 ? first & 0x7f : 0);
  }

  /** Where the value at the position ends; -1 if it has another tag or no plain length. */
  private int end(int tag) {
    if (position + 1 >= limit || (encoded[position] & 0xff) != tag) {
      return -1;
    }
    int length = encoded[position + 1];
    int start = contentStart();
    int octets = start - position - 2;
    if (octets > 3 || (octets == 0 && length < 0) || start > limit) {
      return -1;
    }
    if (octets > 0) {
      length = 0;
      for (int i = start - octets; i < start; i++) {
        length = (length << 8) | (encoded[i] & 0xff);
      }
    }
    return length > limit - start ? -1 : start + length;
  }
}
