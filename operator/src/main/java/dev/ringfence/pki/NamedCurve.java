package dev.ringfence.pki;

import java.util.Map;

/**
 * Curves that have a well-known name.
 *
 * @param bits of the field
 */
record NamedCurve(String name, int bits) {
  private static final Map<String, NamedCurve> BY_OID =
      Map.ofEntries(
          Map.entry("1.2.840.10045.3.1.1", new NamedCurve("secp192r1", 192)),
          Map.entry("1.3.132.0.33", new NamedCurve("secp224r1", 224)),
          Map.entry("1.2.840.10045.3.1.7", new NamedCurve("secp256r1", 256)),
          Map.entry("1.3.132.0.34", new NamedCurve("secp384r1", 384)),
          Map.entry("1.3.132.0.35", new NamedCurve("secp521r1", 521)),
          Map.entry("1.3.132.0.10", new NamedCurve("secp256k1", 256)),
          Map.entry("1.3.36.3.3.2.8.1.1.1", new NamedCurve("brainpoolP160r1", 160)),
          Map.entry("1.3.36.3.3.2.8.1.1.3", new NamedCurve("brainpoolP192r1", 192)),
          Map.entry("1.3.36.3.3.2.8.1.1.5", new NamedCurve("brainpoolP224r1", 224)),
          Map.entry("1.3.36.3.3.2.8.1.1.7", new NamedCurve("brainpoolP256r1", 256)),
          Map.entry("1.3.36.3.3.2.8.1.1.9", new NamedCurve("brainpoolP320r1", 320)),
          Map.entry("1.3.36.3.3.2.8.1.1.11", new NamedCurve("brainpoolP384r1", 384)),
          Map.entry("1.3.36.3.3.2.8.1.1.13", new NamedCurve("brainpoolP512r1", 512)));

  /** The curve; under its object identifier and with 0 bits if it is not known. */
  static NamedCurve byOid(String oid) {
    return BY_OID.getOrDefault(oid, new NamedCurve(oid, 0));
  }
}
