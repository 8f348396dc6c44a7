package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.certificates;
import static dev.ringfence.path.PathFixture.endEntity;
import static dev.ringfence.path.PathFixture.intermediate;
import static dev.ringfence.path.PathFixture.root;
import static dev.ringfence.path.PathFixture.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PathBuilderTest {
  private static final Instant PAST = TestPki.NOW.minusSeconds(1);

  private final PathFixture fixture = new PathFixture();
  private final Minted root = root("Root").mint();
  private final Minted issuing = intermediate("Issuing", root).mint();
  private final Minted endEntity = endEntity(issuing).mint();

  private static PathProfile profile(String name) {
    return PathProfiles.named(name);
  }

  private static @Nullable String reason(BuiltPath built) {
    var failure = built.failure();
    return failure == null ? null : failure.reason();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssl-1.0.1", "openssl-1.0.2", "rfc5280", "served-order"})
  void everyProfileBuildsAnOrdinaryChain(String name) {
    var built = fixture.validate(profile(name), store(root), TestPki.NOW, endEntity, issuing);

    assertThat(built)
        .isEqualTo(
            new BuiltPath(
                name, BuiltPath.Result.BUILT, certificates(endEntity, issuing, root), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssl-1.0.1", "openssl-1.0.2", "rfc5280", "served-order"})
  void noProfileTrustsAServedRoot(String name) {
    var built = fixture.build(profile(name), store(root("Other").mint()), endEntity, issuing, root);

    assertThat(built.result()).isEqualTo(BuiltPath.Result.DEAD_END);
    assertThat(reason(built)).isEqualTo(PathFailure.SELF_SIGNED_UNTRUSTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssl-1.0.1", "openssl-1.0.2", "rfc5280", "served-order"})
  void everyProfileSaysThatAnIntermediateIsMissing(String name) {
    var built = fixture.build(profile(name), store(root), endEntity);

    assertThat(built.result()).isEqualTo(BuiltPath.Result.DEAD_END);
    assertThat(reason(built)).isEqualTo(PathFailure.ISSUER_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssl-1.0.1", "openssl-1.0.2", "rfc5280", "served-order"})
  void noProfileAcceptsADamagedSignature(String name) {
    var damaged = endEntity(issuing).withDamagedSignature().mint();

    assertThat(fixture.build(profile(name), store(root), damaged, issuing).accepted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssl-1.0.1", "openssl-1.0.2", "rfc5280", "served-order"})
  void noProfileAcceptsASignatureThatNobodyHereCanVerify(String name) {
    var unknown = CertificateForms.withUnknownSignatureAlgorithm(endEntity(root).mint());
    var graph = new CertificateGraph(List.of(unknown, root.certificate()), fixture.verifier);

    var built =
        new PathBuilder(graph)
            .build(
                profile(name),
                List.of(unknown),
                store(root),
                TestPki.NOW,
                path -> null,
                fixture.budget);

    assertThat(reason(built)).isEqualTo(PathFailure.SIGNATURE_UNVERIFIABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssl-1.0.1", "openssl-1.0.2", "rfc5280", "served-order"})
  void everySearchEndsWithItsBudget(String name) {
    var served = certificates(endEntity, issuing);

    var built =
        new PathBuilder(fixture.graph(served, store(root)))
            .build(
                profile(name),
                served,
                store(root),
                TestPki.NOW,
                path -> null,
                new SearchBudget(1, 1_000, 0));

    assertThat(built.result()).isEqualTo(BuiltPath.Result.BUDGET_EXHAUSTED);
    assertThat(reason(built)).isEqualTo(PathFailure.BUDGET_EXHAUSTED);
  }

  @Test
  void onlyACompleteSearchGetsOverTheServedOrder() {
    var other = intermediate("Other", root).mint();

    assertThat(
            fixture.build(profile("served-order"), store(root), endEntity, other, issuing).result())
        .isEqualTo(BuiltPath.Result.DEAD_END);
    assertThat(fixture.build(profile("rfc5280"), store(root), endEntity, other, issuing).accepted())
        .isTrue();
    assertThat(
            fixture
                .build(profile("openssl-1.0.1"), store(root), endEntity, other, issuing)
                .accepted())
        .isTrue();
  }

  @Test
  void servedOrderLooksForAnAnchorAtEachStep() {
    var unrelated = root("Unrelated").mint();

    var built = fixture.build(profile("served-order"), store(root), endEntity, issuing, unrelated);

    assertThat(built.path()).isEqualTo(certificates(endEntity, issuing, root));
  }

  @Test
  void completeSearchGoesBackFromARejectedPath() {
    var expired = TestPki.reissue(issuing, root).expires(PAST).mint();

    var complete =
        fixture.validate(profile("rfc5280"), store(root), TestPki.NOW, endEntity, expired, issuing);
    var first =
        fixture.validate(
            profile("openssl-1.0.1"), store(root), TestPki.NOW, endEntity, expired, issuing);

    assertThat(complete.path()).isEqualTo(certificates(endEntity, issuing, root));
    assertThat(complete.accepted()).isTrue();
    assertThat(first.path()).isEqualTo(certificates(endEntity, expired, root));
    assertThat(reason(first)).isEqualTo(PathFailure.CERTIFICATE_EXPIRED);
  }

  @Test
  void completeSearchReportsTheFirstOfSeveralRejectedPaths() {
    var late = Instant.parse("2045-01-01T00:00:00Z");

    var built = fixture.validate(profile("rfc5280"), store(root), late, endEntity, issuing);

    assertThat(built.result()).isEqualTo(BuiltPath.Result.BUILT);
    assertThat(built.path()).isEqualTo(certificates(endEntity, issuing, root));
    assertThat(reason(built)).isEqualTo(PathFailure.TRUST_ANCHOR_EXPIRED);
  }

  @Test
  void alternateChainsLeaveAnUntrustedCrossCertificateOut() {
    var old = root("Old Root").mint();
    var cross = TestPki.reissue(root, old).mint();

    var without = fixture.build(profile("openssl-1.0.1"), store(root), endEntity, issuing, cross);
    var with = fixture.build(profile("openssl-1.0.2"), store(root), endEntity, issuing, cross);

    assertThat(without.result()).isEqualTo(BuiltPath.Result.DEAD_END);
    assertThat(without.path()).isEqualTo(certificates(endEntity, issuing, cross));
    assertThat(reason(without)).isEqualTo(PathFailure.ISSUER_MISSING);
    assertThat(with.path()).isEqualTo(certificates(endEntity, issuing, root));
    assertThat(with.accepted()).isTrue();
  }

  @Test
  void alternateChainsDoNotReplaceATrustedPathThatIsExpired() {
    var old = root("Old Root").expires(PAST).mint();
    var cross = TestPki.reissue(root, old).mint();

    var built =
        fixture.validate(
            profile("openssl-1.0.2"), store(root, old), TestPki.NOW, endEntity, issuing, cross);

    assertThat(built.path()).isEqualTo(certificates(endEntity, issuing, cross, old));
    assertThat(reason(built)).isEqualTo(PathFailure.TRUST_ANCHOR_EXPIRED);
  }

  @Test
  void openSslTakesTheFirstCopyOfAReissuedRoot() {
    var expired = TestPki.reissueRoot(root).expires(PAST).mint();

    assertThat(
            reason(
                fixture.validate(
                    profile("openssl-1.0.1"),
                    store(expired, root),
                    TestPki.NOW,
                    endEntity,
                    issuing)))
        .isEqualTo(PathFailure.TRUST_ANCHOR_EXPIRED);
    assertThat(
            fixture
                .validate(
                    profile("openssl-1.0.1"), store(root, expired), TestPki.NOW, endEntity, issuing)
                .accepted())
        .isTrue();
    assertThat(
            fixture
                .validate(profile("rfc5280"), store(expired, root), TestPki.NOW, endEntity, issuing)
                .accepted())
        .isTrue();
  }

  @Test
  void onlyProfilesThatEnforceItMindAnExpiredAnchor() {
    var expired = TestPki.reissueRoot(root).expires(PAST).mint();

    assertThat(
            reason(
                fixture.validate(
                    profile("rfc5280"), store(expired), TestPki.NOW, endEntity, issuing)))
        .isEqualTo(PathFailure.TRUST_ANCHOR_EXPIRED);
    assertThat(
            fixture
                .validate(profile("served-order"), store(expired), TestPki.NOW, endEntity, issuing)
                .accepted())
        .isTrue();
  }

  @Test
  void onlyProfilesWithPartialChainsEndInAnIntermediate() {
    assertThat(fixture.build(profile("rfc5280"), store(issuing), endEntity).path())
        .isEqualTo(certificates(endEntity, issuing));
    assertThat(fixture.build(profile("served-order"), store(issuing), endEntity).path())
        .isEqualTo(certificates(endEntity, issuing));
    assertThat(reason(fixture.build(profile("openssl-1.0.2"), store(issuing), endEntity)))
        .isEqualTo(PathFailure.ROOT_MISSING);
    assertThat(fixture.build(profile("openssl-1.0.2"), store(issuing, root), endEntity).path())
        .isEqualTo(certificates(endEntity, issuing, root));
  }

  @Test
  void heldEndEntityIsAPathOfItsOwn() {
    for (var profile : PathProfiles.all()) {
      assertThat(fixture.build(profile, store(root), root).path())
          .as(profile.name())
          .isEqualTo(certificates(root));
    }
    assertThat(fixture.build(profile("served-order"), store(endEntity), endEntity).path())
        .isEqualTo(certificates(endEntity));
  }

  @Test
  void openSslMissesAHeldRootIfAnotherCopyComesFirst() {
    var copy = TestPki.reissueRoot(root).expires(TestPki.NOW.plusSeconds(1)).mint();

    assertThat(fixture.build(profile("openssl-1.0.1"), store(copy, root), root).accepted())
        .isFalse();
    assertThat(fixture.build(profile("openssl-1.0.1"), store(root, copy), root).accepted())
        .isTrue();
  }

  @Test
  void depthIsLimitedToSixteenCertificatesAboveTheEndEntity() {
    var chain = new ArrayList<Minted>();
    var issuer = root;
    for (int i = 0; i < 16; i++) {
      issuer = intermediate("Layer " + i, issuer).key(KeyKind.EC_P256, "layer").mint();
      chain.add(0, issuer);
    }
    var deep = new ArrayList<Minted>();
    deep.add(endEntity(issuer).mint());
    deep.addAll(chain);
    var shallow = new ArrayList<Minted>();
    shallow.add(endEntity(chain.get(1)).mint());
    shallow.addAll(chain.subList(1, 16));

    for (var name : List.of("rfc5280", "served-order")) {
      assertThat(fixture.build(profile(name), store(root), deep.toArray(Minted[]::new)).accepted())
          .as(name)
          .isFalse();
      assertThat(fixture.build(profile(name), store(root), shallow.toArray(Minted[]::new)).path())
          .as(name)
          .hasSize(17);
    }
  }

  @Test
  void needsAnEndEntity() {
    assertThatThrownBy(() -> fixture.build(profile("rfc5280"), store(root), new Minted[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no certificate is served, expected 1 or more");
  }
}
