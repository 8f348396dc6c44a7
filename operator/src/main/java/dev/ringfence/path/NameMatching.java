package dev.ringfence.path;

import dev.ringfence.pki.DistinguishedName;

/** When the issuer named in one certificate is the subject of another. */
public enum NameMatching {
  /** As RFC 5280 7.1 compares: case, white space and string types do not count. */
  NORMALIZED {
    @Override
    boolean matches(DistinguishedName issuer, DistinguishedName subject) {
      return issuer.matches(subject);
    }
  },
  /** Byte for byte. */
  EXACT_DER {
    @Override
    boolean matches(DistinguishedName issuer, DistinguishedName subject) {
      return issuer.equals(subject);
    }
  };

  abstract boolean matches(DistinguishedName issuer, DistinguishedName subject);
}
