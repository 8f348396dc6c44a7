package dev.ringfence.pki;

import org.jspecify.annotations.Nullable;

/**
 * RSASSA-PSS parameters (RFC 4055 3.1), absent ones filled with their defaults.
 *
 * @param hash the name of the hash function, or its object identifier if unknown
 * @param maskHash the hash of MGF1, or the identifier of another mask generation function
 */
record PssParameters(String hash, String maskHash, int saltLength, int trailerField) {
  static final PssParameters DEFAULT = new PssParameters("SHA-1", "SHA-1", 20, 1);

  private static final String MGF1 = "1.2.840.113549.1.1.8";

  /**
   * @param encoded the parameters of the algorithm identifier, null if absent
   */
  static PssParameters read(@Nullable DerValue encoded) {
    if (encoded == null) {
      return DEFAULT;
    }
    var what = "the RSASSA-PSS parameters";
    var parts = encoded.expect(DerValue.SEQUENCE, what).children();
    var hash = parts.optional(DerValue.constructed(0), what);
    var mask = parts.optional(DerValue.constructed(1), what);
    var salt = parts.optional(DerValue.constructed(2), what);
    var trailer = parts.optional(DerValue.constructed(3), what);
    parts.end(what);
    return new PssParameters(
        hash == null ? DEFAULT.hash : hashName(hash.children().next(what)),
        mask == null ? DEFAULT.maskHash : maskName(mask.children().next(what)),
        salt == null ? DEFAULT.saltLength : number(salt, what),
        trailer == null ? DEFAULT.trailerField : number(trailer, what));
  }

  /** Whether a key with these parameters may make such a signature (RFC 4055 1.2). */
  boolean permits(PssParameters signature) {
    return hash.equals(signature.hash)
        && maskHash.equals(signature.maskHash)
        && trailerField == signature.trailerField
        && saltLength <= signature.saltLength;
  }

  /** Whether both hash functions are known; else nothing can be said of a signature. */
  boolean isKnown() {
    return HashNames.isKnown(hash) && HashNames.isKnown(maskHash);
  }

  private static int number(DerValue explicit, String what) {
    return explicit.children().next(DerValue.INTEGER, what).count(what);
  }

  private static String hashName(DerValue algorithm) {
    var what = "a hash algorithm identifier";
    var oid =
        algorithm.expect(DerValue.SEQUENCE, what).children().next(DerValue.OID, what).oid(what);
    return HashNames.byOid(oid);
  }

  private static String maskName(DerValue algorithm) {
    var what = "a mask generation function";
    var parts = algorithm.expect(DerValue.SEQUENCE, what).children();
    var oid = parts.next(DerValue.OID, what).oid(what);
    return oid.equals(MGF1) && parts.hasNext() ? hashName(parts.next(what)) : oid;
  }
}
