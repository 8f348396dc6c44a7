package dev.ringfence.pki;

/**
 * How much a parser accepts before it refuses. Sizes are in bytes, keys in bits.
 *
 * @param maxInputBytes of the whole input, as text or binary
 * @param maxEndEntityBytes of a certificate that is no CA by its basic constraints
 * @param maxCaBytes of a CA certificate
 * @param maxCertificateBytes of any certificate
 * @param maxAsn1Depth of constructed values inside each other
 */
public record ParserLimits(
    int maxInputBytes,
    int maxCertificates,
    int maxEndEntityBytes,
    int maxCaBytes,
    int maxCertificateBytes,
    int maxSubjectAlternativeNames,
    int maxAsn1Depth,
    int minRsaBits,
    int maxRsaBits) {

  private static final int KIB = 1024;

  /** For chains that strangers hand in. */
  public static ParserLimits doors() {
    var parser = parser();
    return new ParserLimits(
        128 * KIB,
        16,
        48 * KIB,
        16 * KIB,
        parser.maxCertificateBytes,
        1_000,
        parser.maxAsn1Depth,
        parser.minRsaBits,
        parser.maxRsaBits);
  }

  /** For trust stores and collections; what no certificate in the wild exceeds. */
  public static ParserLimits parser() {
    return new ParserLimits(
        16 * KIB * KIB, 1_000, 512 * KIB, 512 * KIB, 512 * KIB, 512 * KIB, 32, 512, 16_384);
  }

  /** For the certificates of many chains and trust stores in one file: 10,000 in 64 MiB. */
  public static ParserLimits pool() {
    var parser = parser();
    return new ParserLimits(
        64 * KIB * KIB,
        10_000,
        parser.maxEndEntityBytes,
        parser.maxCaBytes,
        parser.maxCertificateBytes,
        parser.maxSubjectAlternativeNames,
        parser.maxAsn1Depth,
        parser.minRsaBits,
        parser.maxRsaBits);
  }
}
