package dev.ringfence.pki;

import java.util.Map;

/** Names of hash functions as the Java platform spells them. */
final class HashNames {
  private static final Map<String, String> BY_OID =
      Map.ofEntries(
          Map.entry("1.2.840.113549.2.5", "MD5"),
          Map.entry("1.3.14.3.2.26", "SHA-1"),
          Map.entry("2.16.840.1.101.3.4.2.1", "SHA-256"),
          Map.entry("2.16.840.1.101.3.4.2.2", "SHA-384"),
          Map.entry("2.16.840.1.101.3.4.2.3", "SHA-512"),
          Map.entry("2.16.840.1.101.3.4.2.4", "SHA-224"),
          Map.entry("2.16.840.1.101.3.4.2.5", "SHA-512/224"),
          Map.entry("2.16.840.1.101.3.4.2.6", "SHA-512/256"),
          Map.entry("2.16.840.1.101.3.4.2.7", "SHA3-224"),
          Map.entry("2.16.840.1.101.3.4.2.8", "SHA3-256"),
          Map.entry("2.16.840.1.101.3.4.2.9", "SHA3-384"),
          Map.entry("2.16.840.1.101.3.4.2.10", "SHA3-512"));

  private HashNames() {}

  static boolean isKnown(String name) {
    return BY_OID.containsValue(name);
  }

  /** The name, or the identifier itself if it is not known. */
  static String byOid(String oid) {
    return BY_OID.getOrDefault(oid, oid);
  }
}
