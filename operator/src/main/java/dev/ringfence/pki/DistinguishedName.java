package dev.ringfence.pki;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A name as in a certificate. {@link #equals} compares the DER bytes, {@link #matches} compares as
 * RFC 5280 7.1 does.
 */
public final class DistinguishedName {
  public static final String COMMON_NAME = "2.5.4.3";
  public static final String ORGANIZATION = "2.5.4.10";
  public static final String ORGANIZATIONAL_UNIT = "2.5.4.11";
  public static final String EMAIL_ADDRESS = "1.2.840.113549.1.9.1";

  private final byte[] encoded;
  private final List<AttributeValue> attributes;
  private final List<String> normalizedRdns;
  private final String normalized;
  private final String rfc4514;

  private DistinguishedName(byte[] encoded, List<List<AttributeValue>> rdns) {
    this.encoded = encoded;
    var all = new ArrayList<AttributeValue>(rdns.size());
    var keys = new ArrayList<String>(rdns.size());
    for (var rdn : rdns) {
      all.addAll(rdn);
      keys.add(normalize(rdn));
    }
    this.attributes = List.copyOf(all);
    this.normalizedRdns = List.copyOf(keys);
    this.normalized = String.join(",", normalizedRdns);
    this.rfc4514 = render(rdns);
  }

  static DistinguishedName read(DerValue name) {
    var rdns = new ArrayList<List<AttributeValue>>();
    var sequence = name.expect(DerValue.SEQUENCE, "a distinguished name").children();
    while (sequence.hasNext()) {
      var set = sequence.next(DerValue.SET, "a relative distinguished name").children();
      var rdn = new ArrayList<AttributeValue>();
      do {
        rdn.add(AttributeValue.read(set.next("an attribute of a name")));
      } while (set.hasNext());
      rdns.add(List.copyOf(rdn));
    }
    return new DistinguishedName(name.encoded(), rdns);
  }

  private static String normalize(List<AttributeValue> rdn) {
    if (rdn.size() == 1) {
      return rdn.get(0).normalized();
    }
    return rdn.stream().map(AttributeValue::normalized).sorted().collect(Collectors.joining("+"));
  }

  private static String render(List<List<AttributeValue>> rdns) {
    var text = new StringBuilder();
    for (int i = rdns.size() - 1; i >= 0; i--) {
      if (text.length() > 0) {
        text.append(',');
      }
      var rdn = rdns.get(i);
      for (int k = 0; k < rdn.size(); k++) {
        text.append(k == 0 ? "" : "+").append(rdn.get(k).rfc4514());
      }
    }
    return text.toString();
  }

  /** Readable, last relative name first; short names of common types, safe for a terminal. */
  public String rfc4514() {
    return rfc4514;
  }

  /** The DER encoding, a copy. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** A key that is equal for exactly the names that {@link #matches} holds for. */
  public String normalized() {
    return normalized;
  }

  public boolean matches(DistinguishedName other) {
    return normalized.equals(other.normalized);
  }

  /** Whether the relative names of {@code base} are the first of this name (RFC 5280 4.2.1.10). */
  public boolean startsWith(DistinguishedName base) {
    int count = base.normalizedRdns.size();
    return normalizedRdns.size() >= count
        && normalizedRdns.subList(0, count).equals(base.normalizedRdns);
  }

  /** The values of one attribute type in the order of the certificate, nothing escaped. */
  public List<String> values(String oid) {
    var values = new ArrayList<String>(1);
    for (var attribute : attributes) {
      if (attribute.oid().equals(oid)) {
        values.add(attribute.text());
      }
    }
    return List.copyOf(values);
  }

  /** The number of attributes. */
  public int size() {
    return attributes.size();
  }

  public boolean isEmpty() {
    return normalizedRdns.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DistinguishedName name && Arrays.equals(encoded, name.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return rfc4514;
  }
}
