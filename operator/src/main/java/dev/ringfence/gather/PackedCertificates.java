package dev.ringfence.gather;

import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.StoredCertificate;
import java.util.Arrays;

/**
 * The certificates of a built-in catalog, one after the other in DER form as {@link PackWriter} has
 * noted them. The build has read them all and compared them with what the catalog says of them, so
 * that here each is read when somebody asks for it.
 */
final class PackedCertificates {
  private final CertificateParser parser = new CertificateParser(ParserLimits.parser());
  private final byte[] encodings;
  private final String source;
  private int position;

  /**
   * @param source names the catalog in messages
   */
  PackedCertificates(byte[] encodings, String source) {
    this.encodings = encodings;
    this.source = source;
  }

  /**
   * The next one.
   *
   * @param length of its encoding in bytes
   */
  StoredCertificate next(int length) {
    if (length > encodings.length - position) {
      throw new IllegalStateException(
          "The certificates of %s have %d bytes, expected %d more than %d."
              .formatted(source, encodings.length, length, position));
    }
    int start = position;
    position += length;
    return parser.stored(Arrays.copyOfRange(encodings, start, position), source);
  }
}
