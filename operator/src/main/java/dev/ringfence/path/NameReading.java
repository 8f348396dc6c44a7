package dev.ringfence.path;

/**
 * How names are held against constraints where readings differ.
 *
 * @param commonNames of the end entity
 * @param ipAddresses can be compared; otherwise an address under any such constraint is refused
 * @param wildcards are refused if a name they stand for is excluded
 * @param literal host of a URI as it is written between the slashes, email addresses of the subject
 *     in addition to alternative ones, one without a host refused under any such constraint
 * @param limit names times constraints above which a certificate is refused unseen; 0 if there is
 *     none
 */
public record NameReading(
    CommonNames commonNames, boolean ipAddresses, boolean wildcards, boolean literal, int limit) {

  NameReading with(CommonNames names) {
    return new NameReading(names, ipAddresses, wildcards, literal, limit);
  }

  /** For a certificate that is no end entity. */
  NameReading ofAuthority() {
    return with(CommonNames.NONE);
  }
}
