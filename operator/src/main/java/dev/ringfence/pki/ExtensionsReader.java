package dev.ringfence.pki;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the extensions of a certificate (RFC 5280 4.2). */
final class ExtensionsReader {
  private static final String CA_ISSUERS = "1.3.6.1.5.5.7.48.2";

  private record RawExtension(boolean critical, DerValue value) {}

  private final Map<String, RawExtension> raw = new LinkedHashMap<>();
  private final boolean keepsUndecodable;
  private final List<String> undecodable = new ArrayList<>();

  private ExtensionsReader(boolean keepsUndecodable) {
    this.keepsUndecodable = keepsUndecodable;
  }

  /**
   * @param explicit the field {@code [3]} of the certificate, null if absent
   * @param keepsUndecodable whether an extension whose content cannot be decoded is only named
   * @throws DerException if the list of extensions is damaged, or the content of one that is not
   *     only named
   */
  static Extensions read(@Nullable DerValue explicit, boolean keepsUndecodable) {
    var reader = new ExtensionsReader(keepsUndecodable);
    if (explicit != null) {
      var wrapper = explicit.children();
      reader.collect(wrapper.next(DerValue.SEQUENCE, "the extensions").children());
      wrapper.end("the extensions");
    }
    return reader.decode();
  }

  private void collect(DerCursor list) {
    while (list.hasNext()) {
      var extension = list.next(DerValue.SEQUENCE, "an extension");
      var parts = extension.children();
      var oid = parts.next(DerValue.OID, "an extension's identifier").oid("an extension");
      var flag = parts.optional(DerValue.BOOLEAN, "an extension's critical flag");
      var value = parts.next(DerValue.OCTET_STRING, "an extension's value");
      parts.end("an extension");
      boolean critical = flag != null && flag.booleanValue("an extension's critical flag");
      var first = raw.put(oid, new RawExtension(critical, value));
      if (first != null) {
        repeated(
            oid, first, extension.fail("extension %s appears twice, expected once".formatted(oid)));
      }
    }
  }

  /** It cannot be known which of them counts. */
  private void repeated(String oid, RawExtension first, DerException problem) {
    if (!keepsUndecodable) {
      throw problem;
    }
    if (!undecodable.contains(oid)) {
      undecodable.add(oid);
    }
    raw.computeIfPresent(
        oid, (key, last) -> new RawExtension(first.critical || last.critical, last.value));
  }

  private Extensions decode() {
    var decoded = decoded();
    return undecodable.isEmpty() ? decoded : decoded.withUndecodable(undecodable);
  }

  private Extensions decoded() {
    return new Extensions(
        List.copyOf(raw.keySet()),
        critical(),
        List.of(),
        extension(ExtensionOid.BASIC_CONSTRAINTS, ExtensionsReader::basicConstraints),
        extension(ExtensionOid.KEY_USAGE, ExtensionsReader::keyUsage),
        extension(ExtensionOid.EXTENDED_KEY_USAGE, (value, flag) -> oids(value)),
        extension(ExtensionOid.SUBJECT_ALTERNATIVE_NAME, ExtensionsReader::alternativeNames)
            .orElse(SubjectAlternativeNames.ABSENT),
        extension(ExtensionOid.NAME_CONSTRAINTS, NameConstraintsReader::read),
        extension(ExtensionOid.SUBJECT_KEY_IDENTIFIER, (value, flag) -> keyIdentifier(value)),
        extension(ExtensionOid.AUTHORITY_KEY_IDENTIFIER, (value, flag) -> authority(value)),
        extension(
                ExtensionOid.CRL_DISTRIBUTION_POINTS,
                (value, flag) -> sequence(value, "the CRL distribution points").hasNext())
            .orElse(false),
        extension(ExtensionOid.AUTHORITY_INFORMATION_ACCESS, (value, flag) -> caIssuers(value))
            .orElse(List.of()),
        extension(ExtensionOid.NETSCAPE_CERT_TYPE, (value, flag) -> certType(value)),
        extension(ExtensionOid.CERTIFICATE_POLICIES, (value, flag) -> policies(value)),
        extension(ExtensionOid.POLICY_MAPPINGS, (value, flag) -> mappings(value)).orElse(List.of()),
        extension(ExtensionOid.POLICY_CONSTRAINTS, (value, flag) -> policyConstraints(value)),
        skipCerts());
  }

  private List<String> critical() {
    var critical = new ArrayList<String>(4);
    raw.forEach(
        (oid, extension) -> {
          if (extension.critical) {
            critical.add(oid);
          }
        });
    return List.copyOf(critical);
  }

  private <T> Optional<T> extension(String oid, BiFunction<DerValue, Boolean, T> decoder) {
    var extension = raw.get(oid);
    if (extension == null || undecodable.contains(oid)) {
      return Optional.empty();
    }
    try {
      return Optional.of(decoder.apply(inner(extension), extension.critical));
    } catch (DerException e) {
      if (!keepsUndecodable) {
        throw e;
      }
      undecodable.add(oid);
      return Optional.empty();
    }
  }

  private static DerValue inner(RawExtension extension) {
    var inner = extension.value.children();
    var value = inner.next("the content of an extension");
    inner.end("the content of an extension");
    return value;
  }

  private static DerCursor sequence(DerValue value, String what) {
    return value.expect(DerValue.SEQUENCE, what).children();
  }

  private static BasicConstraints basicConstraints(DerValue value, boolean critical) {
    var what = "the basic constraints";
    var parts = sequence(value, what);
    var ca = parts.optional(DerValue.BOOLEAN, what);
    var pathLength = parts.optional(DerValue.INTEGER, what);
    parts.end(what);
    return new BasicConstraints(
        ca != null && ca.booleanValue(what), count(pathLength, "the path length"), critical);
  }

  private static OptionalInt count(@Nullable DerValue value, String what) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value.count(what));
  }

  private static KeyUsage keyUsage(DerValue value, boolean critical) {
    var bits = value.expect(DerValue.BIT_STRING, "the key usage").bits("the key usage");
    var uses = EnumSet.noneOf(KeyUsage.Use.class);
    for (var use : KeyUsage.Use.values()) {
      if (bits.get(use.bit())) {
        uses.add(use);
      }
    }
    return new KeyUsage(uses, critical);
  }

  private static List<String> oids(DerValue value) {
    var what = "an extended key usage";
    var oids = new ArrayList<String>();
    var purposes = sequence(value, "the extended key usage");
    while (purposes.hasNext()) {
      oids.add(purposes.next(DerValue.OID, what).oid(what));
    }
    return List.copyOf(oids);
  }

  private static SubjectAlternativeNames alternativeNames(DerValue value, boolean critical) {
    var names = GeneralNames.readAll(sequence(value, "the subject alternative names"));
    return new SubjectAlternativeNames(
        true,
        critical,
        names.dnsNames,
        names.ipAddresses,
        names.emails,
        names.uris,
        names.directoryNames,
        names.otherKinds);
  }

  private static String keyIdentifier(DerValue value) {
    var what = "the subject key identifier";
    return HexFormat.of().formatHex(value.expect(DerValue.OCTET_STRING, what).content());
  }

  private static AuthorityKeyIdentifier authority(DerValue value) {
    var what = "the authority key identifier";
    var parts = sequence(value, what);
    var keyIdentifier = parts.optional(DerValue.primitive(0), what);
    var issuers = parts.optional(DerValue.constructed(1), what);
    var serialNumber = parts.optional(DerValue.primitive(2), what);
    parts.end(what);
    return new AuthorityKeyIdentifier(
        Optional.ofNullable(keyIdentifier).map(id -> HexFormat.of().formatHex(id.content())),
        issuers == null ? List.of() : GeneralNames.readAll(issuers.children()).directoryNames,
        Optional.ofNullable(serialNumber).map(number -> number.integer(what)));
  }

  private static List<String> caIssuers(DerValue value) {
    var what = "the authority information access";
    var urls = new ArrayList<String>();
    var descriptions = sequence(value, what);
    while (descriptions.hasNext()) {
      var description = descriptions.next(DerValue.SEQUENCE, what).children();
      var method = description.next(DerValue.OID, what).oid(what);
      var location = new GeneralNames();
      location.add(description.next(what));
      if (method.equals(CA_ISSUERS)) {
        urls.addAll(location.uris);
      }
    }
    return List.copyOf(urls);
  }

  private static NetscapeCertType certType(DerValue value) {
    var what = "the Netscape certificate type";
    var bits = value.expect(DerValue.BIT_STRING, what).bits(what);
    return new NetscapeCertType(
        bits.get(0), bits.get(1), bits.get(5), bits.get(5) || bits.get(6) || bits.get(7));
  }

  private static List<String> policies(DerValue value) {
    var what = "the certificate policies";
    var oids = new ArrayList<String>();
    var policies = sequence(value, what);
    while (policies.hasNext()) {
      oids.add(sequence(policies.next(what), what).next(DerValue.OID, what).oid(what));
    }
    return List.copyOf(oids);
  }

  private static List<PolicyMapping> mappings(DerValue value) {
    var what = "the policy mappings";
    var mappings = new ArrayList<PolicyMapping>();
    var pairs = sequence(value, what);
    while (pairs.hasNext()) {
      var pair = sequence(pairs.next(what), what);
      mappings.add(
          new PolicyMapping(
              pair.next(DerValue.OID, what).oid(what), pair.next(DerValue.OID, what).oid(what)));
    }
    return List.copyOf(mappings);
  }

  private static PolicyConstraints policyConstraints(DerValue value) {
    var what = "the policy constraints";
    var parts = sequence(value, what);
    var explicit = parts.optional(DerValue.primitive(0), what);
    var mapping = parts.optional(DerValue.primitive(1), what);
    parts.end(what);
    return new PolicyConstraints(count(explicit, what), count(mapping, what));
  }

  private OptionalInt skipCerts() {
    var what = "inhibitAnyPolicy";
    var found =
        extension(
            ExtensionOid.INHIBIT_ANY_POLICY,
            (value, flag) -> value.expect(DerValue.INTEGER, what).count(what));
    return found.isPresent() ? OptionalInt.of(found.get()) : OptionalInt.empty();
  }
}
