package dev.ringfence.pki;

import java.util.List;

/**
 * RFC 5280 4.2.1.6, each kind in the order of the certificate.
 *
 * @param ipAddresses the bytes as lower-case hexadecimal; 8 or 32 digits in a sound certificate
 * @param otherKinds the choice number of GeneralName for each name of any other kind
 */
public record SubjectAlternativeNames(
    boolean present,
    boolean critical,
    List<String> dnsNames,
    List<String> ipAddresses,
    List<String> emails,
    List<String> uris,
    List<DistinguishedName> directoryNames,
    List<Integer> otherKinds) {

  public static final SubjectAlternativeNames ABSENT =
      new SubjectAlternativeNames(
          false, false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public SubjectAlternativeNames {
    dnsNames = List.copyOf(dnsNames);
    ipAddresses = List.copyOf(ipAddresses);
    emails = List.copyOf(emails);
    uris = List.copyOf(uris);
    directoryNames = List.copyOf(directoryNames);
    otherKinds = List.copyOf(otherKinds);
  }

  public int otherCount() {
    return otherKinds.size();
  }

  /** The number of names of all kinds. */
  public int count() {
    return dnsNames.size()
        + ipAddresses.size()
        + emails.size()
        + uris.size()
        + directoryNames.size()
        + otherCount();
  }
}
