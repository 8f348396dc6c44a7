package dev.ringfence.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.testing.CertificateMint;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CertificateTest {
  private final Minted root = TestPki.rootCa().mint();

  @Test
  void hasTheFieldsOfAnEndEntity() throws GeneralSecurityException {
    var certificate =
        TestPki.endEntity(root)
            .serialNumber(4711)
            .caIssuers("http://ca.example.com/ca.crt")
            .policies("2.23.140.1.2.2", "1.2.3")
            .ca(false)
            .mint()
            .certificate();
    byte[] encoded = certificate.encoded();

    assertThat(certificate.sha256()).isEqualTo(digest("SHA-256", encoded));
    assertThat(certificate.sha1()).isEqualTo(digest("SHA-1", encoded));
    assertThat(certificate.size()).isEqualTo(encoded.length);
    assertThat(certificate.version()).isEqualTo(3);
    assertThat(certificate.serialNumber()).isEqualTo(BigInteger.valueOf(4711));
    assertThat(certificate.subject().rfc4514()).isEqualTo("CN=pool.example.com");
    assertThat(certificate.issuer()).isEqualTo(root.certificate().subject());
    assertThat(certificate.selfIssued()).isFalse();
    assertThat(certificate.validity())
        .isEqualTo(
            new Validity(
                Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T23:59:59Z")));
    assertThat(certificate.publicKey().name()).isEqualTo("rsa-2048");
    assertThat(certificate.signatureAlgorithm()).hasToString("sha256WithRSAEncryption");
    assertThat(certificate.basicConstraints().orElseThrow().ca()).isFalse();
    assertThat(certificate.keyUsage().orElseThrow().uses())
        .containsExactly(KeyUsage.Use.DIGITAL_SIGNATURE, KeyUsage.Use.KEY_ENCIPHERMENT);
    assertThat(certificate.keyUsage().orElseThrow().allows(KeyUsage.Use.KEY_CERT_SIGN)).isFalse();
    assertThat(certificate.extendedKeyUsage()).hasValue(List.of(KeyPurpose.SERVER_AUTH));
    assertThat(certificate.crlDistributionPoints()).isTrue();
    assertThat(certificate.caIssuersUrls()).containsExactly("http://ca.example.com/ca.crt");
    assertThat(certificate.certificatePolicies()).hasValue(List.of("2.23.140.1.2.2", "1.2.3"));
    assertThat(certificate.extensionOids())
        .containsExactly(
            ExtensionOid.SUBJECT_KEY_IDENTIFIER,
            ExtensionOid.AUTHORITY_KEY_IDENTIFIER,
            ExtensionOid.BASIC_CONSTRAINTS,
            ExtensionOid.KEY_USAGE,
            ExtensionOid.EXTENDED_KEY_USAGE,
            ExtensionOid.CERTIFICATE_POLICIES,
            ExtensionOid.SUBJECT_ALTERNATIVE_NAME,
            ExtensionOid.CRL_DISTRIBUTION_POINTS,
            ExtensionOid.AUTHORITY_INFORMATION_ACCESS);
    assertThat(certificate.criticalExtensionOids())
        .containsExactly(ExtensionOid.BASIC_CONSTRAINTS, ExtensionOid.KEY_USAGE);
    assertThat(certificate.commonNames()).containsExactly("pool.example.com");
    assertThat(certificate.displayName()).isEqualTo("pool.example.com");
    assertThat(certificate).hasToString("pool.example.com (SHA-256 " + certificate.sha256() + ")");
  }

  @Test
  void hasTheFieldsOfACa() {
    var certificate =
        TestPki.intermediateCa(root)
            .pathLength(0)
            .permittedDns("example.com", ".example.org")
            .excludedDns("bad.example.com")
            .permittedIp("10.0.0.0/8")
            .permittedDirectory("O=Example,C=US")
            .mint()
            .certificate();

    var constraints = certificate.basicConstraints().orElseThrow();
    assertThat(constraints.ca()).isTrue();
    assertThat(constraints.critical()).isTrue();
    assertThat(constraints.pathLength()).hasValue(0);
    assertThat(certificate.authorityKeyIdentifier().orElseThrow().keyIdentifier())
        .isEqualTo(root.certificate().subjectKeyIdentifier());
    var names = certificate.nameConstraints().orElseThrow();
    assertThat(names.critical()).isTrue();
    assertThat(names.permitted().dnsNames()).containsExactly("example.com", ".example.org");
    assertThat(names.permitted().ipRanges()).containsExactly(new IpRange("0a000000", "ff000000"));
    assertThat(names.permitted().directoryNames().get(0).rfc4514()).isEqualTo("C=US,O=Example");
    assertThat(names.permitted().distances()).isFalse();
    assertThat(names.excluded().dnsNames()).containsExactly("bad.example.com");
    assertThat(names.excluded().isEmpty()).isFalse();
    assertThat(root.certificate().selfIssued()).isTrue();
    assertThat(root.certificate().nameConstraints()).isEmpty();
  }

  @Test
  void hasNamesOfEveryKind() {
    var certificate =
        TestPki.endEntity(root)
            .dnsNames("pool.example.com", "*.example.com")
            .ipAddresses("192.0.2.1", "2001:db8::1")
            .emails("a@example.com")
            .uris("sip:pool.example.com")
            .mint()
            .certificate();

    var names = certificate.subjectAlternativeNames();
    assertThat(names.present()).isTrue();
    assertThat(names.critical()).isFalse();
    assertThat(names.dnsNames()).containsExactly("pool.example.com", "*.example.com");
    assertThat(names.ipAddresses()).containsExactly("c0000201", "20010db8000000000000000000000001");
    assertThat(names.emails()).containsExactly("a@example.com");
    assertThat(names.uris()).containsExactly("sip:pool.example.com");
    assertThat(names.otherCount()).isZero();
    assertThat(names.count()).isEqualTo(6);
    assertThat(root.certificate().subjectAlternativeNames())
        .isEqualTo(SubjectAlternativeNames.ABSENT);
  }

  @Test
  void readsRareExtensions() {
    var certificate =
        parse(
            TestPki.intermediateCa(root)
                .extension(ExtensionOid.NETSCAPE_CERT_TYPE, false, hex("030202a4"))
                .extension(ExtensionOid.POLICY_MAPPINGS, true, hex("300a300806022a0306022a04"))
                .extension(ExtensionOid.POLICY_CONSTRAINTS, true, hex("3006800103810100"))
                .extension(ExtensionOid.INHIBIT_ANY_POLICY, true, hex("020102"))
                .extension(
                    ExtensionOid.SUBJECT_ALTERNATIVE_NAME,
                    true,
                    hex("3010a00606022a03a00088022a03a4023000")));

    assertThat(certificate.netscapeCertType())
        .hasValue(new NetscapeCertType(true, false, true, true));
    assertThat(certificate.policyMappings()).containsExactly(new PolicyMapping("1.2.3", "1.2.4"));
    var policies = certificate.policyConstraints().orElseThrow();
    assertThat(policies.requireExplicitPolicy()).hasValue(3);
    assertThat(policies.inhibitPolicyMapping()).hasValue(0);
    assertThat(certificate.inhibitAnyPolicy()).hasValue(2);
    var names = certificate.subjectAlternativeNames();
    assertThat(names.otherKinds()).containsExactly(0, 8);
    assertThat(names.directoryNames()).hasSize(1);
    assertThat(names.count()).isEqualTo(3);
  }

  @Test
  void readsTheIssuerAndSerialNumberOfAnAuthorityKeyIdentifier() {
    var certificate =
        parse(
            TestPki.endEntity(root)
                .withoutKeyIdentifiers()
                .extension(
                    ExtensionOid.AUTHORITY_KEY_IDENTIFIER, false, hex("3009a104a402300082011f")));

    var authority = certificate.authorityKeyIdentifier().orElseThrow();
    assertThat(authority.keyIdentifier()).isEmpty();
    assertThat(authority.issuers()).hasSize(1);
    assertThat(authority.serialNumber()).hasValue(BigInteger.valueOf(31));
  }

  @Test
  void hasNoIdentifiersWithoutTheExtensions() {
    var certificate = TestPki.endEntity(root).withoutKeyIdentifiers().mint().certificate();

    assertThat(certificate.subjectKeyIdentifier()).isEmpty();
    assertThat(certificate.authorityKeyIdentifier()).isEmpty();
    assertThat(certificate.policyConstraints()).isEmpty();
    assertThat(certificate.inhibitAnyPolicy()).isEmpty();
    assertThat(certificate.netscapeCertType()).isEmpty();
  }

  @Test
  void readsVersion1() {
    var certificate = TestPki.rootCa().version1().mint().certificate();

    assertThat(certificate.version()).isEqualTo(1);
    assertThat(certificate.extensionOids()).isEmpty();
    assertThat(certificate.basicConstraints()).isEmpty();
    assertThat(certificate.keyUsage()).isEmpty();
    assertThat(certificate.extendedKeyUsage()).isEmpty();
  }

  @Test
  void hasADisplayNameWhateverTheSubject() {
    assertThat(display("O=Example,OU=one,OU=two")).isEqualTo("two");
    assertThat(display("C=US,O=Example")).isEqualTo("Example");
    assertThat(display("C=US")).isEqualTo("C=US");
    assertThat(display("")).isEqualTo("(empty subject)");
    assertThat(display("CN=a\\0ab")).isEqualTo("a\\0Ab");
    assertThat(PrintableText.brief("x".repeat(100))).isEqualTo("x".repeat(100));
    assertThat(PrintableText.brief("x".repeat(101))).isEqualTo("x".repeat(100) + "...");
  }

  private String display(String subject) {
    return TestPki.endEntity(root)
        .subject(subject)
        .key(KeyKind.EC_P256, "any")
        .mint()
        .certificate()
        .displayName();
  }

  @Test
  void refusesExtensionsThatCannotBeRead() {
    refused(ExtensionOid.KEY_USAGE, "0500", "the key usage has the tag 0x05, expected 0x03");
    refused(
        ExtensionOid.INHIBIT_ANY_POLICY,
        "0201ff",
        "inhibitAnyPolicy is negative, expected 0 or more");
    refused(
        ExtensionOid.POLICY_CONSTRAINTS,
        "30028200",
        "the policy constraints is followed by 2 unexpected bytes");
    refused(ExtensionOid.POLICY_MAPPINGS, "300000", "is followed by 1 unexpected bytes");
    refused(
        ExtensionOid.SUBJECT_ALTERNATIVE_NAME,
        "30028900",
        "a general name has the unknown tag 0x89");
    refused(
        ExtensionOid.NAME_CONSTRAINTS,
        "300aa0083006870401020304",
        "an IP address constraint has 4 bytes, expected 8 or 32");
  }

  private void refused(String oid, String value, String message) {
    var mint = TestPki.endEntity(root).dnsNames().keyUsage(0).extension(oid, false, hex(value));

    assertThatThrownBy(() -> parse(mint))
        .isInstanceOf(CertificateFormatException.class)
        .hasMessageEndingWith(message + ".");
  }

  @Test
  void refusesAnExtensionThatAppearsTwice() {
    byte[] encoded =
        TestPki.endEntity(root)
            .extension("1.2.3.4", false, hex("0500"))
            .extension("1.2.3.5", false, hex("0500"))
            .encoded();
    var text = HexFormat.of().formatHex(encoded).replace("06032a0305", "06032a0304");

    assertThatThrownBy(
            () -> new CertificateParser(ParserLimits.doors()).parse(hex(text), "chain.pem"))
        .hasMessageMatching(
            "chain.pem, byte \\d+: extension 1.2.3.4 appears twice, expected once.");
  }

  private static Certificate parse(CertificateMint mint) {
    return new CertificateParser(ParserLimits.doors()).parse(mint.encoded(), "x").get(0);
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String digest(String algorithm, byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }
}
