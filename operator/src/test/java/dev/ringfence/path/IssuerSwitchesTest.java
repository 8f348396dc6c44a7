package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.certificates;
import static dev.ringfence.path.PathFixture.endEntity;
import static dev.ringfence.path.PathFixture.intermediate;
import static dev.ringfence.path.PathFixture.root;
import static dev.ringfence.path.PathFixture.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.CertificateMint;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import org.junit.jupiter.api.Test;

/** Switches that no profile sets otherwise yet, or that are best seen one by one. */
final class IssuerSwitchesTest {
  private static final PathProfile BASE = PathProfiles.named("openssl-1.0.2");

  private final PathFixture fixture = new PathFixture();
  private final Minted root = root("Root").mint();

  private static PathProfile with(IssuerChoice issuers) {
    return new PathProfile("test", BASE.growth(), issuers, BASE.rules());
  }

  private static PathProfile with(ChainGrowth growth) {
    return new PathProfile("test", growth, BASE.issuers(), BASE.rules());
  }

  private static IssuerChoice choice(
      NameMatching names, boolean keyIdentifiers, boolean signature, IssuerPreference preference) {
    return new IssuerChoice(
        names, keyIdentifiers, true, false, false, signature, Repeats.REFUSED, preference);
  }

  private static IssuerChoice preferring(IssuerPreference preference) {
    return choice(NameMatching.NORMALIZED, true, false, preference);
  }

  @Test
  void preferenceChoosesAmongCopiesOfAnIssuer() {
    var early = TestPki.reissueRoot(root).expires(TestPki.NOW.minusSeconds(9)).mint();
    var late = TestPki.reissueRoot(root).expires(TestPki.NOW.minusSeconds(5)).mint();
    var middle = TestPki.reissueRoot(root).expires(TestPki.NOW.minusSeconds(7)).mint();
    var endEntity = endEntity(root).mint();
    var allExpired = store(early, late, middle);
    var oneValid = store(early, late, root, middle);

    assertThat(anchor(IssuerPreference.FIRST, oneValid, endEntity)).isEqualTo(early);
    assertThat(anchor(IssuerPreference.VALID_ELSE_LAST, oneValid, endEntity)).isEqualTo(root);
    assertThat(anchor(IssuerPreference.VALID_ELSE_LATEST_EXPIRY, oneValid, endEntity))
        .isEqualTo(root);
    assertThat(anchor(IssuerPreference.VALID_ELSE_LAST, allExpired, endEntity)).isEqualTo(middle);
    assertThat(anchor(IssuerPreference.VALID_ELSE_LATEST_EXPIRY, allExpired, endEntity))
        .isEqualTo(late);
  }

  private Minted anchor(IssuerPreference preference, TrustStore store, Minted endEntity) {
    var path = fixture.build(with(preferring(preference)), store, endEntity).path();
    var anchor = path.get(path.size() - 1);
    return new Minted(anchor, root.subject(), root.keyKind(), root.keyLabel(), root.keys());
  }

  @Test
  void exactNamesMissWhatNormalizedNamesFind() {
    var shouting = root("ROOT").key(root.keyKind(), root.keyLabel()).mint();
    var endEntity = endEntity(root).mint();
    var exact = choice(NameMatching.EXACT_DER, true, false, IssuerPreference.FIRST);

    assertThat(fixture.build(BASE, store(shouting), endEntity).accepted()).isTrue();
    assertThat(fixture.build(with(exact), store(shouting), endEntity).accepted()).isFalse();
    assertThat(fixture.build(with(exact), store(root), endEntity).accepted()).isTrue();
  }

  @Test
  void keyIdentifierExcludesOnlyWhereItMustMatch() {
    var otherIdentifier =
        TestPki.reissueRoot(root)
            .withoutKeyIdentifiers()
            .extension("2.5.29.14", false, new byte[] {4, 1, 1})
            .mint();
    var endEntity = endEntity(root).mint();
    var ordering = choice(NameMatching.NORMALIZED, false, false, IssuerPreference.FIRST);

    assertThat(fixture.build(BASE, store(otherIdentifier), endEntity).result())
        .isEqualTo(BuiltPath.Result.DEAD_END);
    assertThat(fixture.build(with(ordering), store(otherIdentifier), endEntity).accepted())
        .isTrue();
  }

  @Test
  void signatureTellsNamesakesApartOnlyWhereIssuersAreChosenByIt() {
    var namesake = root("Root").key(root.keyKind(), "other").withoutKeyIdentifiers().mint();
    var plain = endEntity(root).withoutKeyIdentifiers().mint();
    var bySignature = choice(NameMatching.NORMALIZED, true, true, IssuerPreference.FIRST);

    var byName = fixture.build(BASE, store(namesake, root), plain);

    assertThat(byName.result()).isEqualTo(BuiltPath.Result.BUILT);
    assertThat(byName.failure())
        .extracting(PathFailure::reason)
        .isEqualTo(PathFailure.SIGNATURE_INVALID);
    assertThat(fixture.build(with(bySignature), store(namesake, root), plain).accepted()).isTrue();
  }

  @Test
  void issuerThatMayNotSignIsPassedOver() {
    var barred = TestPki.reissueRoot(root).keyUsage(CertificateMint.CRL_SIGN).mint();
    var endEntity = endEntity(root).mint();

    assertThat(fixture.build(BASE, store(barred), endEntity).result())
        .isEqualTo(BuiltPath.Result.DEAD_END);
  }

  @Test
  void storeFirstShortensThePathAtEachStep() {
    var old = root("Old Root").mint();
    var cross = TestPki.reissue(root, old).mint();
    var issuing = intermediate("Issuing", root).mint();
    var endEntity = endEntity(issuing).mint();
    var storeFirst = new ChainGrowth(false, false, true, false, false, false, 100, false);

    assertThat(fixture.build(with(storeFirst), store(root, old), endEntity, issuing, cross).path())
        .isEqualTo(certificates(endEntity, issuing, root));
    assertThat(fixture.build(BASE, store(root, old), endEntity, issuing, cross).path())
        .isEqualTo(certificates(endEntity, issuing, cross, old));
  }

  @Test
  void withoutStopTheStoreIsClimbedToItsRoot() {
    var issuing = intermediate("Issuing", root).mint();
    var endEntity = endEntity(issuing).mint();
    var climbing = new ChainGrowth(false, false, false, false, false, true, 100, false);
    var stopping = new ChainGrowth(false, false, false, false, true, true, 100, false);

    assertThat(fixture.build(with(climbing), store(issuing, root), endEntity).path())
        .isEqualTo(certificates(endEntity, issuing, root));
    assertThat(fixture.build(with(stopping), store(issuing, root), endEntity).path())
        .isEqualTo(certificates(endEntity, issuing));
  }

  @Test
  void circleInTheStoreEndsAtTheDepth() {
    var other = root("Other").mint();
    var rootByOther = TestPki.reissue(root, other).mint();
    var otherByRoot = TestPki.reissue(other, root).mint();
    var endEntity = endEntity(root).mint();

    var built =
        fixture.build(
            PathProfiles.named("openssl-1.0.1"), store(rootByOther, otherByRoot), endEntity);

    assertThat(built.result()).isEqualTo(BuiltPath.Result.DEAD_END);
    assertThat(built.path()).hasSize(101);
  }
}
