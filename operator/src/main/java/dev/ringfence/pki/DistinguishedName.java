package dev.ringfence.pki;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
  private final List<List<AttributeValue>> rdns;

  private volatile @Nullable Integer key;
  private volatile @Nullable List<String> normalizedRdns;
  private volatile @Nullable String normalized;
  private volatile @Nullable String rfc4514;

  private DistinguishedName(byte[] encoded, List<List<AttributeValue>> rdns) {
    this.encoded = encoded;
    this.rdns = List.copyOf(rdns);
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
    var known = rfc4514;
    if (known == null) {
      known = render(rdns);
      rfc4514 = known;
    }
    return known;
  }

  /** The DER encoding, a copy. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** A key that is equal for exactly the names that {@link #matches} holds for. */
  public String normalized() {
    var known = normalized;
    if (known == null) {
      known = String.join(",", normalizedRdns());
      normalized = known;
    }
    return known;
  }

  private List<String> normalizedRdns() {
    var known = normalizedRdns;
    if (known == null) {
      known = rdns.stream().map(DistinguishedName::normalize).toList();
      normalizedRdns = known;
    }
    return known;
  }

  List<List<AttributeValue>> rdns() {
    return rdns;
  }

  /** Equal for names that {@link #matches} holds for, and for few others; cheap to come by. */
  int key() {
    var known = key;
    if (known == null) {
      var plain = NameKey.of(DerCursor.only(encoded, "a distinguished name"));
      known = plain == null ? NameKey.of(rdns) : plain;
      key = known;
    }
    return known;
  }

  public boolean matches(DistinguishedName other) {
    return Arrays.equals(encoded, other.encoded)
        || (key() == other.key() && normalized().equals(other.normalized()));
  }

  /** Whether the relative names of {@code base} are the first of this name (RFC 5280 4.2.1.10). */
  public boolean startsWith(DistinguishedName base) {
    int count = base.rdns.size();
    return rdns.size() >= count && normalizedRdns().subList(0, count).equals(base.normalizedRdns());
  }

  /** The values of one attribute type in the order of the certificate, nothing escaped. */
  public List<String> values(String oid) {
    var values = new ArrayList<String>(1);
    for (var rdn : rdns) {
      for (var attribute : rdn) {
        if (attribute.oid().equals(oid)) {
          values.add(attribute.text());
        }
      }
    }
    return List.copyOf(values);
  }

  /** The number of attributes. */
  public int size() {
    return rdns.stream().mapToInt(List::size).sum();
  }

  public boolean isEmpty() {
    return rdns.isEmpty();
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
    return rfc4514();
  }
}
