package dev.ringfence.pki;

import java.math.BigInteger;

/** Reads SubjectPublicKeyInfo (RFC 5280 4.1.2.7, RFC 3279, RFC 5480, RFC 8410). */
final class PublicKeyReader {
  private static final int MAX_EXPONENT_BITS = 64;
  private static final int MAX_SUBGROUP_BITS = 512;
  private static final String RSA = "1.2.840.113549.1.1.1";
  private static final String RSASSA_PSS = "1.2.840.113549.1.1.10";
  private static final String DSA = "1.2.840.10040.4.1";
  private static final String EC = "1.2.840.10045.2.1";
  private static final String ED25519 = "1.3.101.112";
  private static final String ED448 = "1.3.101.113";

  private final ParserLimits limits;

  PublicKeyReader(ParserLimits limits) {
    this.limits = limits;
  }

  PublicKeyInfo read(DerValue spki) {
    var parts = spki.expect(DerValue.SEQUENCE, "the public key").children();
    var algorithm = parts.next(DerValue.SEQUENCE, "the public key algorithm").children();
    var bitString = parts.next(DerValue.BIT_STRING, "the public key's bits");
    parts.end("the public key");
    var oid =
        algorithm.next(DerValue.OID, "the public key algorithm").oid("the public key algorithm");
    byte[] encoded = spki.encoded();
    return switch (oid) {
      case RSA, RSASSA_PSS -> rsa(encoded, oid, algorithm, bitString);
      case DSA -> dsa(encoded, algorithm, bitString);
      case EC -> ec(encoded, algorithm, bitString);
      case ED25519, ED448 -> edwards(encoded, oid, bitString);
      default -> other(encoded, oid);
    };
  }

  private static PublicKeyInfo other(byte[] encoded, String oid) {
    return new PublicKeyInfo(encoded, oid, KeyType.OTHER, 0, null, new KeyMaterial.Unknown());
  }

  private PublicKeyInfo rsa(byte[] encoded, String oid, DerCursor algorithm, DerValue bitString) {
    var key = only(bitString, DerValue.SEQUENCE, "the RSA public key").children();
    var modulus = key.next(DerValue.INTEGER, "the RSA modulus");
    var exponent = key.next(DerValue.INTEGER, "the RSA exponent").integer("the RSA exponent");
    key.end("the RSA public key");
    int bits = modulus.positiveBits("the RSA modulus");
    if (bits < limits.minRsaBits() || bits > limits.maxRsaBits()) {
      throw bitString.fail(
          "the RSA modulus has %d bits, expected %d to %d"
              .formatted(bits, limits.minRsaBits(), limits.maxRsaBits()));
    }
    if (!modulus.isOdd()) {
      throw bitString.fail("the RSA modulus is even, expected an odd number");
    }
    if (exponent.compareTo(BigInteger.ONE) <= 0
        || !exponent.testBit(0)
        || exponent.bitLength() > MAX_EXPONENT_BITS) {
      throw bitString.fail(
          "the RSA exponent is not an odd number greater than 1 of at most %d bits"
              .formatted(MAX_EXPONENT_BITS));
    }
    boolean pss = oid.equals(RSASSA_PSS);
    var restriction =
        pss && algorithm.hasNext()
            ? PssParameters.read(algorithm.next("the RSASSA-PSS parameters"))
            : null;
    return new PublicKeyInfo(
        encoded,
        oid,
        pss ? KeyType.RSASSA_PSS : KeyType.RSA,
        bits,
        null,
        new KeyMaterial.Rsa(modulus, exponent, pss, restriction));
  }

  private PublicKeyInfo dsa(byte[] encoded, DerCursor algorithm, DerValue bitString) {
    var y = only(bitString, DerValue.INTEGER, "the DSA public key").integer("the DSA public key");
    var parameters = algorithm.optional(DerValue.SEQUENCE, "the DSA parameters");
    if (parameters == null) {
      int bits = (y.bitLength() + 63) / 64 * 64;
      return new PublicKeyInfo(encoded, DSA, KeyType.DSA, bits, null, new KeyMaterial.Dsa(y, null));
    }
    var parts = parameters.children();
    var p = parts.next(DerValue.INTEGER, "the DSA prime").integer("the DSA prime");
    var q = parts.next(DerValue.INTEGER, "the DSA subgroup").integer("the DSA subgroup");
    var g = parts.next(DerValue.INTEGER, "the DSA generator").integer("the DSA generator");
    parts.end("the DSA parameters");
    if (p.bitLength() > limits.maxRsaBits()
        || q.bitLength() > MAX_SUBGROUP_BITS
        || p.signum() <= 0
        || q.signum() <= 0
        || !p.testBit(0)) {
      throw parameters.fail(
          "the DSA parameters have %d and %d bits, expected primes of at most %d and %d bits"
              .formatted(p.bitLength(), q.bitLength(), limits.maxRsaBits(), MAX_SUBGROUP_BITS));
    }
    var material = new KeyMaterial.Dsa(y, new KeyMaterial.DsaParameters(p, q, g));
    return new PublicKeyInfo(encoded, DSA, KeyType.DSA, p.bitLength(), null, material);
  }

  private static PublicKeyInfo ec(byte[] encoded, DerCursor algorithm, DerValue bitString) {
    var parameters = algorithm.next("the EC parameters");
    if (parameters.tag() != DerValue.OID) {
      return other(encoded, EC);
    }
    var curveOid = parameters.oid("the EC curve");
    var curve = NamedCurve.byOid(curveOid);
    var point = bitString.bitStringBytes("the EC public key");
    return new PublicKeyInfo(
        encoded, EC, KeyType.EC, curve.bits(), curve.name(), new KeyMaterial.Ec(curveOid, point));
  }

  private static PublicKeyInfo edwards(byte[] encoded, String oid, DerValue bitString) {
    var point = bitString.bitStringBytes("the EdDSA public key");
    boolean ed448 = oid.equals(ED448);
    int expected = ed448 ? 57 : 32;
    if (point.length != expected) {
      throw bitString.fail(
          "the EdDSA public key has %d bytes, expected %d".formatted(point.length, expected));
    }
    return new PublicKeyInfo(
        encoded,
        oid,
        ed448 ? KeyType.ED448 : KeyType.ED25519,
        ed448 ? 448 : 256,
        null,
        new KeyMaterial.Edwards(ed448, point));
  }

  private static DerValue only(DerValue bitString, int tag, String what) {
    byte[] content = bitString.bitStringBytes(what);
    try {
      return DerCursor.only(content, what).expect(tag, what);
    } catch (DerException e) {
      throw bitString.fail(e.problem());
    }
  }
}
