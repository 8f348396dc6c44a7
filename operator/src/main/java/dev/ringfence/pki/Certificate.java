package dev.ringfence.pki;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An X.509 certificate, read completely when it is parsed. Two certificates are equal if their DER
 * encodings are.
 */
public final class Certificate {
  private static final int HASHED_BYTES = 16;

  private final byte[] encoded;
  private final TbsCertificate tbs;
  private final SignatureAlgorithm signatureAlgorithm;
  private final byte[] signature;
  private final int hash;
  private volatile @Nullable String sha256;
  private volatile @Nullable String sha1;
  private volatile @Nullable String displayName;

  /** Takes the arrays as they are. */
  Certificate(byte[] encoded, TbsCertificate tbs, SignatureAlgorithm algorithm, byte[] signature) {
    this.encoded = encoded;
    this.tbs = tbs;
    this.signatureAlgorithm = algorithm;
    this.signature = signature;
    this.hash = hashOf(encoded);
  }

  private static String nameOf(DistinguishedName subject) {
    for (var type :
        List.of(
            DistinguishedName.COMMON_NAME,
            DistinguishedName.ORGANIZATIONAL_UNIT,
            DistinguishedName.ORGANIZATION)) {
      var values = subject.values(type);
      if (!values.isEmpty()) {
        return PrintableText.brief(values.get(values.size() - 1));
      }
    }
    return subject.isEmpty() ? "(empty subject)" : subject.rfc4514();
  }

  /** Over the DER encoding, lower-case hexadecimal. */
  public String sha256() {
    var known = sha256;
    if (known == null) {
      known = Fingerprint.sha256(encoded);
      sha256 = known;
    }
    return known;
  }

  /** Over the DER encoding, lower-case hexadecimal: the thumbprint of older tools. */
  public String sha1() {
    var known = sha1;
    if (known == null) {
      known = Fingerprint.sha1(encoded);
      sha1 = known;
    }
    return known;
  }

  /** The DER encoding, a copy. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** Length of the DER encoding in bytes. */
  public int size() {
    return encoded.length;
  }

  /** 1 to 3, as people count. */
  public int version() {
    return tbs.version();
  }

  /** As encoded: some old certificates have a negative one. */
  public BigInteger serialNumber() {
    return tbs.serialNumber();
  }

  public DistinguishedName subject() {
    return tbs.subject();
  }

  public DistinguishedName issuer() {
    return tbs.issuer();
  }

  public Validity validity() {
    return tbs.validity();
  }

  public PublicKeyInfo publicKey() {
    return tbs.publicKey();
  }

  /** The outer field; {@link #signatureAlgorithmsAgree} tells whether the signed one is equal. */
  public SignatureAlgorithm signatureAlgorithm() {
    return signatureAlgorithm;
  }

  /** RFC 5280 4.1.1.2 demands it; a certificate that breaks it never verifies. */
  public boolean signatureAlgorithmsAgree() {
    return signatureAlgorithm.equals(tbs.signature());
  }

  /** Subject and issuer match; says nothing of the key that signed. */
  public boolean selfIssued() {
    return tbs.subject().matches(tbs.issuer());
  }

  public Optional<BasicConstraints> basicConstraints() {
    return tbs.extensions().basicConstraints();
  }

  public Optional<KeyUsage> keyUsage() {
    return tbs.extensions().keyUsage();
  }

  /** Object identifiers in the order of the certificate; see {@link KeyPurpose}. */
  public Optional<List<String>> extendedKeyUsage() {
    return tbs.extensions().extendedKeyUsage();
  }

  public SubjectAlternativeNames subjectAlternativeNames() {
    return tbs.extensions().subjectAlternativeNames();
  }

  public Optional<NameConstraints> nameConstraints() {
    return tbs.extensions().nameConstraints();
  }

  /** Lower-case hexadecimal. */
  public Optional<String> subjectKeyIdentifier() {
    return tbs.extensions().subjectKeyIdentifier();
  }

  public Optional<AuthorityKeyIdentifier> authorityKeyIdentifier() {
    return tbs.extensions().authorityKeyIdentifier();
  }

  /** Whether the extension names at least one distribution point. */
  public boolean crlDistributionPoints() {
    return tbs.extensions().crlDistributionPoints();
  }

  /** Where the issuer's certificate can be fetched; nothing here fetches it. */
  public List<String> caIssuersUrls() {
    return tbs.extensions().caIssuersUrls();
  }

  public Optional<NetscapeCertType> netscapeCertType() {
    return tbs.extensions().netscapeCertType();
  }

  /** Policy object identifiers, qualifiers left out. */
  public Optional<List<String>> certificatePolicies() {
    return tbs.extensions().certificatePolicies();
  }

  public List<PolicyMapping> policyMappings() {
    return tbs.extensions().policyMappings();
  }

  public Optional<PolicyConstraints> policyConstraints() {
    return tbs.extensions().policyConstraints();
  }

  public OptionalInt inhibitAnyPolicy() {
    return tbs.extensions().inhibitAnyPolicy();
  }

  /** In the order of the certificate; see {@link ExtensionOid}. */
  public List<String> extensionOids() {
    return tbs.extensions().oids();
  }

  public List<String> criticalExtensionOids() {
    return tbs.extensions().criticalOids();
  }

  /**
   * Extensions that are there but could not be decoded, so that their values read as absent. Empty
   * unless the parser keeps such certificates.
   */
  public List<String> undecodableExtensionOids() {
    return tbs.extensions().undecodableOids();
  }

  /** Of the subject, in the order of the certificate. */
  public List<String> commonNames() {
    return tbs.subject().values(DistinguishedName.COMMON_NAME);
  }

  /** The last common name of the subject, else its last unit or organisation; safe to print. */
  public String displayName() {
    var known = displayName;
    if (known == null) {
      known = nameOf(tbs.subject());
      displayName = known;
    }
    return known;
  }

  /** The DER encoding itself. */
  byte[] encoding() {
    return encoded;
  }

  byte[] signedBytes() {
    return Arrays.copyOfRange(encoded, tbs.offset(), tbs.offset() + tbs.length());
  }

  byte[] signature() {
    return signature;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Certificate certificate
            && hash == certificate.hash
            && Arrays.equals(encoded, certificate.encoded));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Of the end, which is the signature's and as good as random. */
  static int hashOf(byte[] encoded) {
    int hash = encoded.length;
    for (int i = Math.max(encoded.length - HASHED_BYTES, 0); i < encoded.length; i++) {
      hash = 31 * hash + encoded[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return displayName() + " (SHA-256 " + sha256() + ')';
  }
}
