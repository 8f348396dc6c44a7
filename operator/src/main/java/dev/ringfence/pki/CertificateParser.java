package dev.ringfence.pki;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads certificates from PEM text, from one DER certificate, and from PKCS#7 or CMS signed data in
 * either form. Order and duplicates are kept. Every defect is a {@link CertificateFormatException}.
 */
public final class CertificateParser {
  private static final String PKCS7_SIGNED_DATA = "1.2.840.113549.1.7.2";

  private final ParserLimits limits;
  private final CertificateReader certificates;

  /** Refuses a certificate with an extension that it should understand but cannot decode. */
  public CertificateParser(ParserLimits limits) {
    this(limits, false);
  }

  private CertificateParser(ParserLimits limits, boolean keepsUndecodable) {
    this.limits = Objects.requireNonNull(limits);
    this.certificates = new CertificateReader(limits, keepsUndecodable);
  }

  /**
   * Keeps a certificate with an extension that cannot be decoded and names the extension in {@link
   * Certificate#undecodableExtensionOids}. For those who judge as a real library does: it differs
   * whether a library passes over such an extension or refuses the certificate.
   */
  public static CertificateParser keepingUndecodable(ParserLimits limits) {
    return new CertificateParser(limits, true);
  }

  /**
   * Reads one or more certificates.
   *
   * @param source names the input in messages, for example a file or a field
   */
  public List<Certificate> parse(byte[] input, String source) {
    if (input.length == 0) {
      throw new CertificateFormatException(
          source, "", "the input is empty, expected certificates in PEM, DER or PKCS#7 form");
    }
    if (input.length > limits.maxInputBytes()) {
      throw new CertificateFormatException(
          source,
          "",
          "the input has %d bytes, the limit is %d"
              .formatted(input.length, limits.maxInputBytes()));
    }
    var found = new ArrayList<Certificate>();
    if (isBinary(input)) {
      readBinary(input, source, found);
    } else {
      readText(decode(input), source, found);
    }
    return List.copyOf(found);
  }

  /**
   * One certificate in DER form, which is read when it is asked for. For what has been read before
   * and was found sound: damage is noticed only in what is asked for.
   *
   * @param source names the input in messages
   * @throws CertificateFormatException if not even a subject is found
   */
  public StoredCertificate stored(byte[] encoded, String source) {
    return new StoredCertificate(encoded.clone(), this, source);
  }

  /** A SEQUENCE of 128 bytes or more, or of exactly the input's length; text can be neither. */
  private static boolean isBinary(byte[] input) {
    return input[0] == DerValue.SEQUENCE
        && input.length > 1
        && (input[1] < 0 || input[1] == input.length - 2);
  }

  private static String decode(byte[] input) {
    boolean utf16 =
        input.length > 1
            && ((input[0] == (byte) 0xfe && input[1] == (byte) 0xff)
                || (input[0] == (byte) 0xff && input[1] == (byte) 0xfe));
    if (utf16) {
      return new String(input, StandardCharsets.UTF_16);
    }
    boolean utf8Mark =
        input.length > 2
            && input[0] == (byte) 0xef
            && input[1] == (byte) 0xbb
            && input[2] == (byte) 0xbf;
    int start = utf8Mark ? 3 : 0;
    return new String(input, start, input.length - start, StandardCharsets.ISO_8859_1);
  }

  private void readText(String text, String source, List<Certificate> found) {
    if (!text.contains("-----BEGIN ") && !text.contains("-----END ")) {
      throw new CertificateFormatException(
          source,
          "",
          "no certificate found: there is no BEGIN CERTIFICATE line, and the input is not DER"
              + hint(text));
    }
    for (var block : PemReader.read(text, source)) {
      var line = "line " + block.line();
      if (block.isPkcs7()) {
        readPkcs7(block.content(), source, line, found);
      } else {
        var position = line + ", certificate " + (found.size() + 1);
        readCertificate(block.content(), 0, source, position, found);
      }
    }
    if (found.isEmpty()) {
      throw noCertificate(source, "");
    }
  }

  private static String hint(String text) {
    var start = text.stripLeading();
    if (start.startsWith("LS0tLS1CRUdJTi")) {
      return "; it looks like a PEM text that was encoded in base64 once more";
    }
    return start.startsWith("MII")
        ? "; it looks like base64 that lacks its BEGIN and END lines"
        : "";
  }

  private void readBinary(byte[] input, String source, List<Certificate> found) {
    if (isContentInfo(input)) {
      readPkcs7(input, source, "", found);
    } else {
      readCertificate(input, 0, source, "", found);
    }
  }

  /** Whether an object identifier comes first, even if the rest is damaged. */
  private static boolean isContentInfo(byte[] input) {
    int lengthOctets = input[1] < 0 ? input[1] & 0x7f : 0;
    return input.length > 2 + lengthOctets && input[2 + lengthOctets] == DerValue.OID;
  }

  private void readPkcs7(byte[] input, String source, String position, List<Certificate> found) {
    int before = found.size();
    try {
      var certificateSet = pkcs7Certificates(input);
      while (certificateSet.hasNext()) {
        var value = certificateSet.next("a certificate");
        var place = join(position, "certificate %d".formatted(found.size() + 1));
        readCertificate(value.encoded(), value.offset(), source, place, found);
      }
    } catch (DerException e) {
      throw failure(e, 0, source, position);
    }
    if (found.size() == before) {
      throw noCertificate(source, position);
    }
  }

  /** ContentInfo and SignedData of RFC 5652, in DER or BER. */
  private static DerCursor pkcs7Certificates(byte[] input) {
    var what = "the PKCS#7 data";
    var contentInfo = DerCursor.only(input, what).expect(DerValue.SEQUENCE, what).children();
    var type = contentInfo.next(DerValue.OID, what);
    if (!type.oid(what).equals(PKCS7_SIGNED_DATA)) {
      throw type.fail("the PKCS#7 data is not signed data, which alone carries certificates");
    }
    var content = contentInfo.next(DerValue.constructed(0), what).children();
    var signedData = content.next(DerValue.SEQUENCE, what).children();
    signedData.next(DerValue.INTEGER, what);
    signedData.next(DerValue.SET, what);
    signedData.next(DerValue.SEQUENCE, what);
    var certificateSet = signedData.optional(DerValue.constructed(0), what);
    return certificateSet == null
        ? new DerCursor(input, input.length, input.length)
        : certificateSet.children();
  }

  private void readCertificate(
      byte[] encoded, int offset, String source, String position, List<Certificate> found) {
    if (found.size() == limits.maxCertificates()) {
      throw new CertificateFormatException(
          source,
          position,
          "there are more than %d certificates, which is the limit"
              .formatted(limits.maxCertificates()));
    }
    try {
      found.add(certificates.read(encoded));
    } catch (DerException e) {
      var foreign = ForeignFormat.recognise(encoded);
      if (foreign.isPresent()) {
        throw new CertificateFormatException(
            source, position, "found %s, expected a certificate".formatted(foreign.get()));
      }
      throw failure(e, offset, source, position);
    }
  }

  private static CertificateFormatException noCertificate(String source, String position) {
    return new CertificateFormatException(
        source, position, "no certificate found, expected at least one");
  }

  private static CertificateFormatException failure(
      DerException e, int offset, String source, String position) {
    var place =
        e.offset() < 0 ? position : join(position, "byte %d".formatted(offset + e.offset()));
    return new CertificateFormatException(source, place, e.problem());
  }

  private static String join(String first, String second) {
    return first.isEmpty() ? second : first + ", " + second;
  }
}
