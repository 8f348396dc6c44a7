package dev.ringfence.testing;

import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V1TBSCertificateGenerator;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.jspecify.annotations.Nullable;

/** One certificate to be: every switch returns this object, {@link #mint} makes the certificate. */
public final class CertificateMint {
  public static final int DIGITAL_SIGNATURE = KeyUsage.digitalSignature;
  public static final int KEY_ENCIPHERMENT = KeyUsage.keyEncipherment;
  public static final int KEY_CERT_SIGN = KeyUsage.keyCertSign;
  public static final int CRL_SIGN = KeyUsage.cRLSign;

  private final @Nullable Minted issuer;
  private final MintedExtensions extensions = new MintedExtensions();
  private String subject;
  private KeyKind keyKind = KeyKind.RSA_2048;
  private @Nullable String keyLabel;
  private @Nullable SigningAlgorithm algorithm;
  private @Nullable BigInteger serialNumber;
  private Instant notBefore = Instant.EPOCH;
  private Instant notAfter = Instant.EPOCH;
  private @Nullable SubjectPublicKeyInfo publicKey;
  private boolean version1;
  private boolean damaged;
  private boolean algorithmsDiffer;

  CertificateMint(@Nullable Minted issuer, String subject) {
    this.issuer = issuer;
    this.subject = subject;
  }

  /** RFC 4514 text; empty for an empty subject. */
  public CertificateMint subject(String name) {
    this.subject = name;
    return this;
  }

  public CertificateMint key(KeyKind kind) {
    this.keyKind = kind;
    return this;
  }

  /** Certificates with equal labels and kinds share a key; the default label is the subject. */
  public CertificateMint key(KeyKind kind, String label) {
    this.keyKind = kind;
    this.keyLabel = label;
    return this;
  }

  /** What the issuer signs with; it must fit the issuer's key. */
  public CertificateMint signedWith(SigningAlgorithm signing) {
    this.algorithm = signing;
    return this;
  }

  public CertificateMint serialNumber(long number) {
    this.serialNumber = BigInteger.valueOf(number);
    return this;
  }

  /** Whole seconds, both included. */
  public CertificateMint valid(Instant from, Instant to) {
    this.notBefore = from;
    this.notAfter = to;
    return this;
  }

  public CertificateMint expires(Instant to) {
    this.notAfter = to;
    return this;
  }

  /** Replaces all DNS names; none leaves the extension out unless it has other names. */
  public CertificateMint dnsNames(String... names) {
    extensions.replaceNames(GeneralName.dNSName, names);
    return this;
  }

  public CertificateMint ipAddresses(String... addresses) {
    extensions.replaceNames(GeneralName.iPAddress, addresses);
    return this;
  }

  public CertificateMint emails(String... addresses) {
    extensions.replaceNames(GeneralName.rfc822Name, addresses);
    return this;
  }

  public CertificateMint uris(String... uris) {
    extensions.replaceNames(GeneralName.uniformResourceIdentifier, uris);
    return this;
  }

  /** Object identifiers; none leaves the extension out. */
  public CertificateMint extendedKeyUsage(String... purposes) {
    extensions.purposes = List.of(purposes);
    return this;
  }

  /** Bits of this class, 0 leaves the extension out. */
  public CertificateMint keyUsage(int bits) {
    extensions.keyUsage = bits;
    return this;
  }

  /** True or false writes basic constraints; a path length is written for a CA only. */
  public CertificateMint ca(boolean ca) {
    extensions.ca = ca;
    return this;
  }

  public CertificateMint pathLength(int length) {
    extensions.pathLength = length;
    return this;
  }

  public CertificateMint withoutBasicConstraints() {
    extensions.ca = null;
    return this;
  }

  public CertificateMint permittedDns(String... subtrees) {
    extensions.constrain(true, GeneralName.dNSName, subtrees);
    return this;
  }

  public CertificateMint excludedDns(String... subtrees) {
    extensions.constrain(false, GeneralName.dNSName, subtrees);
    return this;
  }

  /** Address and prefix such as {@code 10.0.0.0/8}. */
  public CertificateMint permittedIp(String... ranges) {
    extensions.constrain(true, GeneralName.iPAddress, ranges);
    return this;
  }

  /** Names in RFC 4514 text. */
  public CertificateMint permittedDirectory(String... names) {
    extensions.constrain(true, GeneralName.directoryName, names);
    return this;
  }

  public CertificateMint excludedDirectory(String... names) {
    extensions.constrain(false, GeneralName.directoryName, names);
    return this;
  }

  public CertificateMint crlDistributionPoint(String uri) {
    extensions.crlUri = uri;
    return this;
  }

  public CertificateMint withoutCrlDistributionPoint() {
    extensions.crlUri = null;
    return this;
  }

  public CertificateMint caIssuers(String uri) {
    extensions.caIssuersUri = uri;
    return this;
  }

  public CertificateMint policies(String... oids) {
    extensions.policies = List.of(oids);
    return this;
  }

  /** Any extension, {@code value} in DER. */
  public CertificateMint extension(String oid, boolean critical, byte[] value) {
    extensions.add(oid, critical, value);
    return this;
  }

  /** One that nobody knows. */
  public CertificateMint criticalUnknownExtension() {
    return extension("1.3.6.1.4.1.55555.1.1", true, new byte[] {5, 0});
  }

  public CertificateMint withoutKeyIdentifiers() {
    extensions.keyIdentifiers = false;
    return this;
  }

  /** Version 1, without any extension. */
  public CertificateMint version1() {
    this.version1 = true;
    return this;
  }

  /** With a signature of which one bit is wrong. */
  public CertificateMint withDamagedSignature() {
    this.damaged = true;
    return this;
  }

  /** With an outer algorithm identifier that is not the signed one. */
  public CertificateMint withDifferingAlgorithms() {
    this.algorithmsDiffer = true;
    return this;
  }

  /** Any SubjectPublicKeyInfo in DER instead of the key's own. */
  public CertificateMint publicKey(byte[] spki) {
    this.publicKey = SubjectPublicKeyInfo.getInstance(spki.clone());
    return this;
  }

  public Minted mint() {
    var encoded = encoded();
    var parsed = new CertificateParser(ParserLimits.parser()).parse(encoded, "minted").get(0);
    return new Minted(parsed, subject, keyKind, label(), keys());
  }

  /** The DER certificate, which need not be one that can be parsed. */
  public byte[] encoded() {
    var self = new Signatory(subject, keyKind, keys());
    var signatory =
        issuer == null ? self : new Signatory(issuer.subject(), issuer.keyKind(), issuer.keys());
    var signing = algorithm == null ? SigningAlgorithm.defaultFor(signatory.keyKind()) : algorithm;
    try {
      return signatory.sign(
          tbs(self, signatory, signing),
          signing,
          (algorithmsDiffer ? SigningAlgorithm.MD5_RSA : signing).identifier(),
          damaged);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String label() {
    return keyLabel == null ? subject : keyLabel;
  }

  private KeyPair keys() {
    return TestKeys.get(keyKind, label());
  }

  private TBSCertificate tbs(Signatory self, Signatory signatory, SigningAlgorithm signing)
      throws IOException {
    var key = publicKey == null ? self.publicKey() : publicKey;
    var number = new ASN1Integer(serialNumber == null ? serialNumber(signatory) : serialNumber);
    if (version1) {
      var generator = new V1TBSCertificateGenerator();
      generator.setSerialNumber(number);
      generator.setSignature(signing.identifier());
      generator.setIssuer(name(signatory.name()));
      generator.setStartDate(new Time(Date.from(notBefore)));
      generator.setEndDate(new Time(Date.from(notAfter)));
      generator.setSubject(name(subject));
      generator.setSubjectPublicKeyInfo(key);
      return generator.generateTBSCertificate();
    }
    var generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(number);
    generator.setSignature(signing.identifier());
    generator.setIssuer(name(signatory.name()));
    generator.setStartDate(new Time(Date.from(notBefore)));
    generator.setEndDate(new Time(Date.from(notAfter)));
    generator.setSubject(name(subject));
    generator.setSubjectPublicKeyInfo(key);
    generator.setExtensions(extensions.generate(key, signatory.publicKey()));
    return generator.generateTBSCertificate();
  }

  private static X500Name name(String text) {
    return text.isEmpty() ? new X500Name(new RDN[0]) : new X500Name(BCStyle.INSTANCE, text);
  }

  /** The same for the same settings, without any state. */
  private BigInteger serialNumber(Signatory signatory) {
    return BigInteger.valueOf(
        1 + (Objects.hash(subject, signatory.name(), notBefore, notAfter) & 0x7fffffffL));
  }
}
