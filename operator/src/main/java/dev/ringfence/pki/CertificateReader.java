package dev.ringfence.pki;

/** Reads one DER certificate (RFC 5280 4.1). */
final class CertificateReader {
  private final ParserLimits limits;
  private final PublicKeyReader publicKeys;
  private final boolean keepsUndecodable;

  CertificateReader(ParserLimits limits, boolean keepsUndecodable) {
    this.limits = limits;
    this.keepsUndecodable = keepsUndecodable;
    this.publicKeys = new PublicKeyReader(limits);
  }

  /**
   * @throws DerException with an offset within {@code encoded}
   */
  Certificate read(byte[] encoded) {
    if (encoded.length > limits.maxCertificateBytes()) {
      throw tooLarge("certificate", encoded.length, limits.maxCertificateBytes());
    }
    DerScan.check(encoded, limits.maxAsn1Depth());
    var whole = DerCursor.only(encoded, "the certificate");
    var parts = whole.expect(DerValue.SEQUENCE, "the certificate").children();
    var signed = parts.next(DerValue.SEQUENCE, "the certificate's signed part");
    var outer = parts.next("the signature algorithm");
    var algorithm = SignatureAlgorithm.read(outer);
    var signature = parts.next(DerValue.BIT_STRING, "the signature");
    parts.end("the signature");
    var tbs = readSigned(signed, outer, algorithm);
    var certificate = new Certificate(encoded.clone(), tbs, algorithm, signatureBytes(signature));
    checkSize(certificate);
    return certificate;
  }

  /** No bytes if they are no whole ones: such a certificate can be read, it never verifies. */
  private static byte[] signatureBytes(DerValue signature) {
    return signature.isWholeBytes() ? signature.bitStringBytes("the signature") : new byte[0];
  }

  /** What is encoded twice in the same bytes, as every root encodes its name, is read once. */
  private TbsCertificate readSigned(
      DerValue signed, DerValue outer, SignatureAlgorithm outerAlgorithm) {
    var fields = signed.children();
    var version = fields.optional(DerValue.constructed(0), "the version");
    var serial = fields.next(DerValue.INTEGER, "the serial number");
    var inner = fields.next("the inner signature algorithm");
    var algorithm = inner.sameEncoding(outer) ? outerAlgorithm : SignatureAlgorithm.read(inner);
    var issuerName = fields.next("the issuer");
    var issuer = DistinguishedName.read(issuerName);
    var validity = readValidity(fields.next(DerValue.SEQUENCE, "the validity"));
    var subjectName = fields.next("the subject");
    var subject =
        subjectName.sameEncoding(issuerName) ? issuer : DistinguishedName.read(subjectName);
    var publicKey = publicKeys.read(fields.next("the public key"));
    fields.optional(DerValue.primitive(1), "the issuer's unique identifier");
    fields.optional(DerValue.primitive(2), "the subject's unique identifier");
    var extensions =
        ExtensionsReader.read(
            fields.optional(DerValue.constructed(3), "the extensions"), keepsUndecodable);
    fields.end("the certificate's signed part");
    return new TbsCertificate(
        signed.offset(),
        signed.encodedLength(),
        version == null ? 1 : readVersion(version),
        serial.integer("the serial number"),
        algorithm,
        issuer,
        validity,
        subject,
        publicKey,
        extensions);
  }

  private static int readVersion(DerValue explicit) {
    int version = explicit.children().next(DerValue.INTEGER, "the version").count("the version");
    if (version > 2) {
      throw explicit.fail("the version is encoded as %d, expected 0 to 2".formatted(version));
    }
    return version + 1;
  }

  private static Validity readValidity(DerValue validity) {
    var dates = validity.children();
    var notBefore = TimeReader.read(dates.next("notBefore"), "notBefore");
    var notAfter = TimeReader.read(dates.next("notAfter"), "notAfter");
    dates.end("the validity");
    return new Validity(notBefore, notAfter);
  }

  private void checkSize(Certificate certificate) {
    boolean ca = certificate.basicConstraints().filter(BasicConstraints::ca).isPresent();
    int limit = ca ? limits.maxCaBytes() : limits.maxEndEntityBytes();
    if (certificate.size() > limit) {
      throw tooLarge(ca ? "CA certificate" : "end entity certificate", certificate.size(), limit);
    }
    int names = certificate.subjectAlternativeNames().count();
    if (names > limits.maxSubjectAlternativeNames()) {
      throw new DerException(
          "the certificate has %d subject alternative names, the limit is %d"
              .formatted(names, limits.maxSubjectAlternativeNames()),
          -1);
    }
  }

  private static DerException tooLarge(String what, int size, int limit) {
    return new DerException(
        "the %s has %d bytes, the limit is %d".formatted(what, size, limit), -1);
  }
}
