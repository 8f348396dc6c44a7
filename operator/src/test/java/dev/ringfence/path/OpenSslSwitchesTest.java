package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.certificates;
import static dev.ringfence.path.PathFixture.endEntity;
import static dev.ringfence.path.PathFixture.intermediate;
import static dev.ringfence.path.PathFixture.root;
import static dev.ringfence.path.PathFixture.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.ExtensionOid;
import dev.ringfence.pki.KeyPurpose;
import dev.ringfence.testing.CertificateMint;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.SigningAlgorithm;
import dev.ringfence.testing.TestPki;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed from one version of OpenSSL to the next, one switch at a time. */
final class OpenSslSwitchesTest {
  private static final int KEY_AGREEMENT = 8;

  private final PathFixture fixture = new PathFixture();
  private final Minted root = root("Root").mint();
  private final Minted issuing = intermediate("Issuing", root).mint();

  /** The reason, or {@code A}. */
  private String verdict(String profile, TrustStore store, Minted... served) {
    var failure =
        fixture.validate(PathProfiles.named(profile), store, TestPki.NOW, served).failure();
    return failure == null ? "A" : failure.reason();
  }

  @ParameterizedTest
  @CsvSource({
    "openssl-1.0.2, A, A",
    "openssl-1.1.1, CertificateAuthorityInvalid, A",
    "openssl-3.0, CertificateAuthorityInvalid, A",
    "rfc5280, CertificateAuthorityInvalid, CertificateAuthorityInvalid",
  })
  void keyUsageAloneMakesAnAuthority(String profile, String between, String atTheEnd) {
    var implied = intermediate("Implied", root).withoutBasicConstraints().mint();
    var impliedRoot = root("Implied Root").withoutBasicConstraints().mint();

    assertThat(verdict(profile, store(root), endEntity(implied).mint(), implied))
        .isEqualTo(between);
    assertThat(verdict(profile, store(impliedRoot), endEntity(impliedRoot).mint()))
        .isEqualTo(atTheEnd);
  }

  @ParameterizedTest
  @CsvSource({
    "openssl-1.0.1n, A",
    "openssl-1.0.2, PathTooLong",
    "openssl-1.1.1, PathTooLong",
    "rfc5280, PathTooLong",
  })
  void pathLengthOfASelfIssuedAuthority(String profile, String expected) {
    var selfIssued =
        intermediate("Issuing", issuing).key(KeyKind.EC_P256, "new key").pathLength(0).mint();
    var below = intermediate("Below", selfIssued).mint();
    var target = endEntity(below).mint();

    assertThat(verdict(profile, store(root), target, below, selfIssued, issuing))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "openssl-1.0.1, ServerAuthenticationMissing",
    "openssl-1.0.2, A",
    "openssl-1.1.1, A",
  })
  void keyAgreementIsForServers(String profile, String expected) {
    var target = endEntity(issuing).keyUsage(KEY_AGREEMENT).mint();

    assertThat(verdict(profile, store(root), target, issuing)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "openssl-1.0.2, A",
    "openssl-1.1.1, NameConstraintViolated",
    "openssl-3.0, NameConstraintViolated",
  })
  void commonNamesAreConstrained(String profile, String expected) {
    var constrained = intermediate("Constrained", root).permittedDns("example.org").mint();
    var target = endEntity(constrained).dnsNames().mint();

    assertThat(verdict(profile, store(root), target, constrained)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"openssl-1.0.2, NameConstraintViolated", "openssl-1.1.1, A"})
  void addressesAreCompared(String profile, String expected) {
    var constrained = intermediate("Constrained", root).permittedIp("192.0.2.0/24").mint();
    var target = endEntity(constrained).ipAddresses("192.0.2.1").mint();

    assertThat(verdict(profile, store(root), target, constrained)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "openssl-1.0.2, CriticalExtensionUnsupported, ProxyCertificate",
    "openssl-1.1.1, CriticalExtensionUnsupported, ProxyCertificate",
    "openssl-3.0, A, ProxyCertificate",
    "rfc5280, CriticalExtensionUnsupported, CriticalExtensionUnsupported",
  })
  void criticalExtensions(String profile, String noCheck, String proxy) {
    var nothing = new byte[] {5, 0};
    var unchecked = endEntity(root).extension(ExtensionOid.OCSP_NO_CHECK, true, nothing).mint();
    var acting =
        endEntity(root).extension(ExtensionOid.PROXY_CERTIFICATE_INFORMATION, true, nothing).mint();

    assertThat(verdict(profile, store(root), unchecked)).isEqualTo(noCheck);
    assertThat(verdict(profile, store(root), acting)).isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource({
    "openssl-1.0.2, 101, RootMissing",
    "openssl-1.1.1, 3, RootMissing",
    "openssl-1.1.1i, 102, PathTooLong",
    "openssl-3.0, 102, PathTooLong",
  })
  void twoRootsOfTheStoreThatIssuedEachOther(String profile, int length, String expected) {
    var other = root("Other").mint();
    var held = store(TestPki.reissue(root, other).mint(), TestPki.reissue(other, root).mint());
    var target = endEntity(root).mint();

    var built = fixture.validate(PathProfiles.named(profile), held, TestPki.NOW, target);

    assertThat(built.path()).hasSize(length);
    assertThat(verdict(profile, held, target)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"openssl-1.1.1, SignatureInvalid", "openssl-1.1.1i, A", "openssl-3.0, A"})
  void keyOfAnotherKindIsPassedOver(String profile, String expected) {
    var namesake = root("Root").key(KeyKind.ED25519).withoutKeyIdentifiers().mint();
    var target = endEntity(root).withoutKeyIdentifiers().mint();

    assertThat(verdict(profile, store(namesake, root), target)).isEqualTo(expected);
  }

  /** The end entity's extension is one certificate below the issuer's purpose. */
  @Test
  void extensionsAreLookedAtCertificateByCertificate() {
    var clientOnly = intermediate("Client", root).extendedKeyUsage(KeyPurpose.CLIENT_AUTH).mint();
    var notAnAuthority =
        intermediate("No CA", clientOnly).extendedKeyUsage(KeyPurpose.CLIENT_AUTH).ca(false).mint();
    var noServer = endEntity(notAnAuthority).extendedKeyUsage(KeyPurpose.CLIENT_AUTH).mint();

    assertThat(verdict("openssl-1.0.2", store(root), noServer, notAnAuthority, clientOnly))
        .isEqualTo("ServerAuthenticationMissing");
    assertThat(verdict("served-order", store(root), noServer, notAnAuthority, clientOnly))
        .isEqualTo("CertificateAuthorityInvalid");
  }

  @Test
  void ofAnExpiredRootAndABadSignatureTheRootIsToldFirst() {
    var expired = TestPki.reissueRoot(root).expires(TestPki.NOW.minusSeconds(1)).mint();
    var damaged = endEntity(root).withDamagedSignature().mint();

    assertThat(verdict("openssl-1.0.2", store(expired), damaged)).isEqualTo("TrustAnchorExpired");
    assertThat(verdict("openssl-1.1.1", store(expired), damaged)).isEqualTo("TrustAnchorExpired");
    assertThat(verdict("rfc5280", store(expired), damaged)).isNotEqualTo("A");
    assertThat(verdict("openssl-1.0.2", store(root), damaged)).isEqualTo("SignatureInvalid");
  }

  @ParameterizedTest
  @CsvSource({
    "openssl-1.0.2, A",
    "openssl-1.1.1, A",
    "openssl-3.0, AlgorithmTooWeak",
    "openssl-3.0-level-0, A",
    "rfc5280, AlgorithmTooWeak",
  })
  void hashesThatAreBroken(String profile, String expected) {
    var target = endEntity(root).signedWith(SigningAlgorithm.SHA1_ECDSA).mint();

    assertThat(verdict(profile, store(root), target)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "openssl-1.0.2, PublicKeyUnsupported",
    "openssl-1.1.1, A",
  })
  void keysThatAreNotKnown(String profile, String expected) {
    var edwards = root("Edwards").key(KeyKind.ED25519).mint();

    assertThat(verdict(profile, store(edwards), endEntity(edwards).mint())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"openssl-1.0.2", "openssl-1.1.1", "openssl-3.0"})
  void whatTheStoreSaysOfACertificateCounts(String profile) {
    var clientOnly = intermediate("Client", root).extendedKeyUsage(KeyPurpose.CLIENT_AUTH).mint();
    var target = endEntity(clientOnly).mint();
    var held = certificates(clientOnly, root);
    var plain = new TrustStore("plain", held);
    var trusting = new TrustStore("trusting", held, Set.of(clientOnly.certificate()), Set.of());
    var distrusting =
        new TrustStore("distrusting", held, Set.of(), Set.of(clientOnly.certificate()));

    assertThat(verdict(profile, trusting, target)).isEqualTo("A");
    assertThat(verdict(profile, distrusting, target)).isEqualTo("Distrusted");
    assertThat(verdict(profile, plain, target))
        .isEqualTo(profile.equals("openssl-1.0.2") ? "A" : "ServerAuthenticationMissing");
    assertThat(verdict("rfc5280", new TrustStore("no", held, Set.of(), Set.copyOf(held)), target))
        .isNotEqualTo("A");
  }

  /** Whoever is not self-signed is not verified at the end of a path, its dates included. */
  @Test
  void datesOfAnAuthorityThatTheStoreVouchesForDoNotCount() {
    var expired = intermediate("Expired", root).expires(TestPki.NOW.minusSeconds(1)).mint();
    var trusting =
        new TrustStore("trusting", certificates(expired), Set.of(expired.certificate()), Set.of());

    assertThat(verdict("openssl-3.0", trusting, endEntity(expired).mint())).isEqualTo("A");
  }

  @Test
  void clientsHaveAPurposeOfTheirOwn() {
    var client =
        endEntity(root)
            .extendedKeyUsage(KeyPurpose.CLIENT_AUTH)
            .keyUsage(CertificateMint.DIGITAL_SIGNATURE)
            .mint();
    for (var profile : PathProfiles.all()) {
      var path = PathFixture.path(client, root);
      assertThat(new PathValidator(profile, TestPki.NOW, null, Purpose.CLIENT).failureOf(path))
          .isNull();
      assertThat(
              new PathValidator(profile, TestPki.NOW, null, Purpose.CLIENT)
                  .failureOf(PathFixture.path(endEntity(root).mint(), root)))
          .extracting(PathFailure::reason)
          .isEqualTo(PathFailure.CLIENT_AUTHENTICATION_MISSING);
    }
  }
}
