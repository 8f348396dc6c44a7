package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.endEntity;
import static dev.ringfence.path.PathFixture.intermediate;
import static dev.ringfence.path.PathFixture.path;
import static dev.ringfence.path.PathFixture.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.KeyPurpose;
import dev.ringfence.testing.CertificateMint;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PathChecksTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

  private final Minted root = root("Root").mint();
  private final Minted issuing = intermediate("Issuing", root).mint();
  private final Minted endEntity = endEntity(issuing).mint();
  private final CertificationPath sound = path(endEntity, issuing, root);

  @Test
  void soundPathPassesEveryCheck() {
    assertThat(PathChecks.validity(sound, TestPki.NOW)).isEmpty();
    assertThat(PathChecks.basicConstraints(sound)).isEmpty();
    assertThat(PathChecks.pathLength(sound)).isEmpty();
    assertThat(PathChecks.keyUsage(sound)).isEmpty();
    assertThat(PathChecks.serverAuthentication(sound)).isEmpty();
    assertThat(PathChecks.nameConstraints(sound, SearchBudget.standard())).isEmpty();
    assertThat(PathChecks.criticalExtensions(sound)).isEmpty();
  }

  @Test
  void bothEndsOfTheValidityAreWithinIt() {
    var path = path(endEntity(issuing).valid(START, END).mint(), issuing, root);

    assertThat(PathChecks.validity(path, START.minusSeconds(1)))
        .extracting(PathFailure::reason)
        .containsExactly(PathFailure.CERTIFICATE_NOT_YET_VALID);
    assertThat(PathChecks.validity(path, START)).isEmpty();
    assertThat(PathChecks.validity(path, END)).isEmpty();
    assertThat(PathChecks.validity(path, END.plusMillis(999))).isEmpty();
    assertThat(PathChecks.validity(path, END.plusSeconds(1)))
        .extracting(PathFailure::reason)
        .containsExactly(PathFailure.CERTIFICATE_EXPIRED);
  }

  @Test
  void expiredAnchorIsToldApartAndComesFirst() {
    var late = Instant.parse("2050-01-01T00:00:00Z");

    assertThat(PathChecks.validity(sound, late))
        .extracting(PathFailure::reason)
        .containsExactly(
            PathFailure.TRUST_ANCHOR_EXPIRED,
            PathFailure.CERTIFICATE_EXPIRED,
            PathFailure.CERTIFICATE_EXPIRED);
  }

  @Test
  void issuersOfThePathNeedBasicConstraintsButTheAnchor() {
    var without = intermediate("Issuing", root).withoutBasicConstraints().mint();
    var denying = intermediate("Issuing", root).ca(false).mint();
    var bareRoot = root("Root").withoutBasicConstraints().mint();

    assertThat(PathChecks.basicConstraints(path(endEntity, without, bareRoot)))
        .extracting(PathFailure::detail)
        .containsExactly(
            without.certificate()
                + " issued a certificate of the path, but it has no basic constraints.");
    assertThat(PathChecks.basicConstraints(path(endEntity, denying, root)))
        .extracting(PathFailure::certificate)
        .containsExactly(denying.certificate());
    assertThat(PathChecks.basicConstraints(path(endEntity, bareRoot))).isEmpty();
  }

  @Test
  void issuersOfThePathNeedTheKeyUsageIfTheyHaveOne() {
    var barred = intermediate("Issuing", root).keyUsage(CertificateMint.CRL_SIGN).mint();
    var without = intermediate("Issuing", root).keyUsage(0).mint();

    assertThat(PathChecks.keyUsage(path(endEntity, barred, root)))
        .extracting(PathFailure::reason)
        .containsExactly(PathFailure.CERTIFICATE_AUTHORITY_INVALID);
    assertThat(PathChecks.keyUsage(path(endEntity, without, root))).isEmpty();
  }

  @Test
  void pathLengthCountsAuthoritiesThatAreNotSelfIssued() {
    var upper = intermediate("Upper", root).pathLength(0).mint();
    var lower = intermediate("Lower", upper).mint();
    var selfIssued = TestPki.reissue(upper, upper).mint();

    assertThat(PathChecks.pathLength(path(endEntity, lower, upper, root)))
        .extracting(PathFailure::detail)
        .containsExactly(
            upper.certificate() + " allows 0 CA certificates below it, the path has 1.");
    assertThat(PathChecks.pathLength(path(endEntity, selfIssued, upper, root))).isEmpty();
    assertThat(PathChecks.pathLength(path(endEntity, upper, root))).isEmpty();
    assertThat(PathChecks.pathLength(path(lower, upper, root))).isEmpty();
  }

  @Test
  void serverAuthenticationBindsEveryCertificateButTheAnchor() {
    var client = endEntity(issuing).extendedKeyUsage(KeyPurpose.CLIENT_AUTH).mint();
    var clientCa = intermediate("Issuing", root).extendedKeyUsage(KeyPurpose.CLIENT_AUTH).mint();
    var clientRoot = root("Root").extendedKeyUsage(KeyPurpose.CLIENT_AUTH).mint();
    var any = endEntity(issuing).extendedKeyUsage(KeyPurpose.ANY).mint();
    var none = endEntity(issuing).extendedKeyUsage().mint();

    assertThat(PathChecks.serverAuthentication(path(client, clientCa, clientRoot)))
        .extracting(PathFailure::certificate)
        .containsExactly(client.certificate(), clientCa.certificate());
    assertThat(PathChecks.serverAuthentication(path(any, issuing, root))).isEmpty();
    assertThat(PathChecks.serverAuthentication(path(none, issuing, root))).isEmpty();
  }

  @Test
  void criticalExtensionsThatNobodyKnowsFailButInTheAnchor() {
    var unknown = intermediate("Issuing", root).criticalUnknownExtension().mint();
    var unknownRoot = root("Root").criticalUnknownExtension().mint();

    assertThat(PathChecks.criticalExtensions(path(endEntity, unknown, unknownRoot)))
        .extracting(PathFailure::certificate)
        .containsExactly(unknown.certificate());
  }
}
