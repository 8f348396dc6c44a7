package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.endEntity;
import static dev.ringfence.path.PathFixture.intermediate;
import static dev.ringfence.path.PathFixture.path;
import static dev.ringfence.path.PathFixture.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.ExtensionOid;
import dev.ringfence.pki.KeyPurpose;
import dev.ringfence.testing.CertificateMint;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PathValidatorTest {
  private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

  private final Minted root = root("Root").mint();
  private final Minted issuing = intermediate("Issuing", root).mint();

  private static @Nullable String reason(
      String profile, Instant at, @Nullable String name, Purpose purpose, CertificationPath path) {
    var failure = new PathValidator(PathProfiles.named(profile), at, name, purpose).failureOf(path);
    return failure == null ? null : failure.reason();
  }

  private static @Nullable String reason(String profile, CertificationPath path) {
    return reason(profile, TestPki.NOW, null, Purpose.SERVER, path);
  }

  @Test
  void lastSecondOfTheValidityIsExpiredForOpenSslOnly() {
    var path = path(endEntity(issuing).expires(END).mint(), issuing, root);

    for (var profile : PathProfiles.all()) {
      boolean openSsl = profile.name().startsWith("openssl");
      assertThat(reason(profile.name(), END.minusSeconds(1), null, Purpose.ANY, path)).isNull();
      assertThat(reason(profile.name(), END, null, Purpose.ANY, path))
          .isEqualTo(openSsl ? PathFailure.CERTIFICATE_EXPIRED : null);
      assertThat(reason(profile.name(), END.plusSeconds(1), null, Purpose.ANY, path))
          .isEqualTo(PathFailure.CERTIFICATE_EXPIRED);
    }
  }

  @Test
  void firstSecondOfTheValidityIsValidForAll() {
    var path = path(endEntity(issuing).valid(END, END.plusSeconds(10)).mint(), issuing, root);

    for (var profile : PathProfiles.all()) {
      assertThat(reason(profile.name(), END.minusSeconds(1), null, Purpose.ANY, path))
          .isEqualTo(PathFailure.CERTIFICATE_NOT_YET_VALID);
      assertThat(reason(profile.name(), END, null, Purpose.ANY, path)).isNull();
    }
  }

  @Test
  void serverNameIsCheckedIfThereIsOne() {
    var path = path(endEntity(issuing).mint(), issuing, root);

    assertThat(reason("rfc5280", TestPki.NOW, "pool.example.com", Purpose.SERVER, path)).isNull();
    assertThat(reason("rfc5280", TestPki.NOW, "sip.example.com", Purpose.SERVER, path))
        .isEqualTo(PathFailure.SERVER_NAME_MISMATCH);
  }

  @Test
  void purposeIsCheckedIfItIsAServer() {
    var client =
        path(endEntity(issuing).extendedKeyUsage(KeyPurpose.CLIENT_AUTH).mint(), issuing, root);
    var any = path(endEntity(issuing).extendedKeyUsage(KeyPurpose.ANY).mint(), issuing, root);
    var gated =
        path(
            endEntity(issuing).extendedKeyUsage(KeyPurpose.MICROSOFT_SERVER_GATED_CRYPTO).mint(),
            issuing,
            root);
    var missing = PathFailure.SERVER_AUTHENTICATION_MISSING;

    assertThat(reason("rfc5280", client)).isEqualTo(missing);
    assertThat(reason("rfc5280", TestPki.NOW, null, Purpose.ANY, client)).isNull();
    assertThat(reason("rfc5280", any)).isNull();
    assertThat(reason("openssl-1.0.2", any)).isEqualTo(missing);
    assertThat(reason("rfc5280", gated)).isEqualTo(missing);
    assertThat(reason("openssl-1.0.2", gated)).isNull();
  }

  @Test
  void openSslLooksAtTheKeyUsageOfAServer() {
    var path = path(endEntity(issuing).keyUsage(CertificateMint.CRL_SIGN).mint(), issuing, root);

    assertThat(reason("openssl-1.0.1", path)).isEqualTo(PathFailure.SERVER_AUTHENTICATION_MISSING);
    assertThat(reason("served-order", path)).isNull();
  }

  @Test
  void openSslToleratesOldAuthorities() {
    var withKeyUsage = intermediate("Issuing", root).withoutBasicConstraints().mint();
    var bare = intermediate("Issuing", root).withoutBasicConstraints().keyUsage(0).mint();
    var endEntity = endEntity(issuing).mint();

    assertThat(reason("openssl-1.0.2", path(endEntity, withKeyUsage, root))).isNull();
    assertThat(reason("openssl-1.0.2", path(endEntity, bare, root)))
        .isEqualTo(PathFailure.CERTIFICATE_AUTHORITY_INVALID);
    assertThat(reason("served-order", path(endEntity, withKeyUsage, root)))
        .isEqualTo(PathFailure.CERTIFICATE_AUTHORITY_INVALID);
  }

  @Test
  void openSslTakesANetscapeTypeOrAnOldRootForAnAuthority() {
    byte[] sslCa = {3, 2, 2, 4};
    byte[] sslServer = {3, 2, 6, 64};
    var type = ExtensionOid.NETSCAPE_CERT_TYPE;
    var bare = intermediate("Issuing", root).withoutBasicConstraints().keyUsage(0);
    var old = root("Root").version1().mint();
    var endEntity = endEntity(issuing).mint();

    assertThat(
            reason(
                "openssl-1.0.1", path(endEntity, bare.extension(type, true, sslCa).mint(), root)))
        .isNull();
    assertThat(
            reason(
                "openssl-1.0.1",
                path(endEntity, bare.extension(type, true, sslServer).mint(), root)))
        .isEqualTo(PathFailure.CERTIFICATE_AUTHORITY_INVALID);
    assertThat(reason("openssl-1.0.1", path(endEntity(old).mint(), old, root))).isNull();
    assertThat(reason("served-order", path(endEntity(old).mint(), old, root)))
        .isEqualTo(PathFailure.CERTIFICATE_AUTHORITY_INVALID);
  }

  @Test
  void openSslRefusesAddressesUnderConstraintsOnAddresses() {
    var constrained = intermediate("Issuing", root).permittedIp("192.0.2.0/24").mint();
    var path = path(endEntity(constrained).ipAddresses("192.0.2.1").mint(), constrained, root);

    assertThat(reason("openssl-1.0.2", path)).isEqualTo(PathFailure.NAME_CONSTRAINT_VIOLATED);
    assertThat(reason("rfc5280", path)).isNull();
  }

  @Test
  void openSslLooksOnlyAtWhatWasServed() {
    var barred = intermediate("Issuing", root).ca(false).mint();
    var certificates = PathFixture.certificates(endEntity(issuing).mint(), barred, root);

    assertThat(reason("openssl-1.0.2", new CertificationPath(certificates, 1))).isNull();
    assertThat(reason("openssl-1.0.2", new CertificationPath(certificates, 2)))
        .isEqualTo(PathFailure.CERTIFICATE_AUTHORITY_INVALID);
  }

  @Test
  void strictProfileWantsAnchorsInForm() {
    var bare = root("Root").withoutBasicConstraints().mint();
    var path = path(endEntity(bare).mint(), bare);
    var version1 = root("Root").version1().mint();

    assertThat(reason("rfc5280", path)).isEqualTo(PathFailure.CERTIFICATE_AUTHORITY_INVALID);
    assertThat(reason("served-order", path)).isNull();
    assertThat(reason("rfc5280", path(endEntity(version1).mint(), version1))).isNull();
  }

  @Test
  void webServersNeedStrongKeysAndNoAuthority() {
    var weak = root("Root").key(KeyKind.RSA_1024).mint();
    var authority = endEntity(issuing).ca(true).mint();

    assertThat(
            reason(
                "rfc5280",
                TestPki.NOW,
                null,
                Purpose.WEB_SERVER,
                path(endEntity(weak).mint(), weak)))
        .isEqualTo(PathFailure.PUBLIC_KEY_UNSUPPORTED);
    assertThat(reason("rfc5280", path(endEntity(weak).mint(), weak))).isNull();
    assertThat(
            reason(
                "rfc5280", TestPki.NOW, null, Purpose.WEB_SERVER, path(authority, issuing, root)))
        .isEqualTo(PathFailure.CERTIFICATE_FORM_INVALID);
    assertThat(reason("rfc5280", path(authority, issuing, root))).isNull();
  }

  @Test
  void limitOnIntermediatesLeavesSelfIssuedOnesOut() {
    var profile = PathProfiles.named("rfc5280").withMaximumIntermediates(1);
    var validator = new PathValidator(profile, TestPki.NOW, null, Purpose.ANY);
    var lower = intermediate("Lower", issuing).mint();
    var selfIssued = TestPki.reissue(issuing, issuing).mint();
    var endEntity = endEntity(issuing).mint();

    assertThat(validator.failureOf(path(endEntity, selfIssued, issuing, root))).isNull();
    assertThat(validator.failureOf(path(endEntity(lower).mint(), lower, issuing, root)))
        .extracting(PathFailure::reason)
        .isEqualTo(PathFailure.PATH_TOO_LONG);
  }
}
