package dev.ringfence.path;

/**
 * How names are held against constraints where readings differ.
 *
 * @param commonNames of an end entity without DNS name are taken for DNS names
 * @param ipAddresses can be compared; otherwise an address under any such constraint is refused
 * @param wildcards are refused if a name they stand for is excluded
 */
record NameReading(boolean commonNames, boolean ipAddresses, boolean wildcards) {
  static NameReading of(ExtensionReading reading, boolean commonNames) {
    return switch (reading) {
      case RFC5280 -> new NameReading(commonNames, true, true);
      case OPENSSL -> new NameReading(false, false, false);
    };
  }

  /** For a certificate that is no end entity. */
  NameReading ofAuthority() {
    return new NameReading(false, ipAddresses, wildcards);
  }
}
