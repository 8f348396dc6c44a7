package dev.ringfence.pki;

import java.util.List;

/**
 * The permitted or the excluded half of {@link NameConstraints}, by kind of name.
 *
 * @param otherKinds the choice number of GeneralName for each subtree of any other kind
 * @param distances whether a subtree has a minimum other than 0 or a maximum, which RFC 5280 does
 *     not allow
 */
public record GeneralSubtrees(
    List<String> dnsNames,
    List<String> emails,
    List<IpRange> ipRanges,
    List<String> uris,
    List<DistinguishedName> directoryNames,
    List<Integer> otherKinds,
    boolean distances) {

  public static final GeneralSubtrees NONE =
      new GeneralSubtrees(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);

  public GeneralSubtrees {
    dnsNames = List.copyOf(dnsNames);
    emails = List.copyOf(emails);
    ipRanges = List.copyOf(ipRanges);
    uris = List.copyOf(uris);
    directoryNames = List.copyOf(directoryNames);
    otherKinds = List.copyOf(otherKinds);
  }

  /** The number of subtrees of all kinds. */
  public int size() {
    return dnsNames.size()
        + emails.size()
        + ipRanges.size()
        + uris.size()
        + directoryNames.size()
        + otherKinds.size();
  }

  public boolean isEmpty() {
    return equals(NONE);
  }
}
