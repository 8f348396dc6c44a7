package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.certificates;
import static dev.ringfence.path.PathFixture.endEntity;
import static dev.ringfence.path.PathFixture.intermediate;
import static dev.ringfence.path.PathFixture.path;
import static dev.ringfence.path.PathFixture.root;
import static dev.ringfence.path.PathFixture.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.Certificate;
import dev.ringfence.testing.TestPki;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CandidatePathsTest {
  private final PathFixture fixture = new PathFixture();

  @Test
  void leadsFromTheEndEntityToAnAnchorThatTheStoreHolds() {
    var root = root("Root").mint();
    var issuing = intermediate("Issuing", root).mint();
    var endEntity = endEntity(issuing).mint();

    var found = fixture.candidates(store(root), endEntity, issuing);

    assertThat(found.paths())
        .extracting(CertificationPath::certificates)
        .containsExactly(certificates(endEntity, issuing, root));
    assertThat(found.complete()).isTrue();
    assertThat(found.deadEnds()).isEmpty();
  }

  @Test
  void takesNoServedRootForTrust() {
    var root = root("Root").mint();
    var endEntity = endEntity(root).mint();

    var found = fixture.candidates(store(root("Other").mint()), endEntity, root);

    assertThat(found.paths()).isEmpty();
    assertThat(found.deadEnds()).containsExactly(root.certificate());
  }

  @Test
  void namesTheCertificateWhoseIssuerIsMissing() {
    var root = root("Root").mint();
    var issuing = intermediate("Issuing", root).mint();
    var endEntity = endEntity(issuing).mint();

    var found = fixture.candidates(store(root), endEntity);

    assertThat(found.paths()).isEmpty();
    assertThat(found.complete()).isTrue();
    assertThat(found.deadEnds()).containsExactly(endEntity.certificate());
  }

  @Test
  void goesThroughCrossCertificatesWithoutGoingInCircles() {
    var a = root("A").mint();
    var b = root("B").mint();
    var aByB = TestPki.reissue(a, b).mint();
    var bByA = TestPki.reissue(b, a).mint();
    var issuing = intermediate("Issuing", a).mint();
    var endEntity = endEntity(issuing).mint();

    var found = fixture.candidates(store(b), endEntity, issuing, aByB, bByA);

    assertThat(found.paths())
        .extracting(CertificationPath::certificates)
        .containsExactly(certificates(endEntity, issuing, aByB, b));
    assertThat(found.complete()).isTrue();
  }

  @Test
  void endsCirclesThatLeadNowhere() {
    var a = root("A").mint();
    var b = root("B").mint();
    var aByB = TestPki.reissue(a, b).mint();
    var bByA = TestPki.reissue(b, a).mint();
    var endEntity = endEntity(a).mint();

    var found = fixture.candidates(store(root("Other").mint()), endEntity, aByB, bByA);

    assertThat(found.paths()).isEmpty();
    assertThat(found.complete()).isTrue();
    assertThat(found.deadEnds()).containsExactly(bByA.certificate());
  }

  @Test
  void offersEveryCopyOfAReissuedRootWhateverItsDates() {
    var root = root("Root").mint();
    var expired = TestPki.reissueRoot(root).expires(TestPki.NOW.minusSeconds(1)).mint();
    var endEntity = endEntity(root).mint();

    var found = fixture.candidates(store(root, expired), endEntity);

    assertThat(found.paths())
        .extracting(CertificationPath::anchor)
        .containsExactlyInAnyOrder(root.certificate(), expired.certificate());
    assertThat(found.paths()).isSortedAccordingTo(CandidatePaths.ORDER);
  }

  @Test
  void endsInAnIntermediateOfTheStoreAndGoesOnBeyondIt() {
    var root = root("Root").mint();
    var issuing = intermediate("Issuing", root).mint();
    var endEntity = endEntity(issuing).mint();

    var found = fixture.candidates(store(root, issuing), endEntity);

    assertThat(found.paths())
        .extracting(CertificationPath::certificates)
        .containsExactly(certificates(endEntity, issuing), certificates(endEntity, issuing, root));
  }

  @Test
  void endEntityMayBeAnAnchorItself() {
    var root = root("Root").mint();

    var found = fixture.candidates(store(root), root);

    assertThat(found.paths()).containsExactly(path(root));
    assertThat(found.paths().get(0).signed()).isEmpty();
  }

  @Test
  void leavesOutIssuersWhoseKeyDidNotSign() {
    var root = root("Root").mint();
    var namesake = root("Root").key(root.keyKind(), "another key").mint();
    var endEntity = endEntity(root).mint();

    var found = fixture.candidates(store(namesake), endEntity);

    assertThat(found.paths()).isEmpty();
    assertThat(found.deadEnds()).containsExactly(endEntity.certificate());
  }

  @Test
  void keepsIssuersWhoseKeyIdentifierIsAnotherButWhoseKeySigned() {
    var root = root("Root").mint();
    var withoutIdentifiers = TestPki.reissueRoot(root).withoutKeyIdentifiers().mint();
    var endEntity = endEntity(root).mint();

    var found = fixture.candidates(store(withoutIdentifiers), endEntity);

    assertThat(found.paths()).hasSize(1);
  }

  @Test
  void doesNotUseCertificatesOfTheGraphThatAreNeitherServedNorHeld() {
    var root = root("Root").mint();
    var issuing = intermediate("Issuing", root).mint();
    var endEntity = endEntity(issuing).mint();
    var graph = new CertificateGraph(certificates(root, issuing, endEntity), fixture.verifier);

    var found =
        CandidatePaths.search(
            graph, endEntity.certificate(), List.of(), root.certificate()::equals, fixture.budget);

    assertThat(found.paths()).isEmpty();
    assertThat(found.deadEnds()).containsExactly(endEntity.certificate());
  }

  @Test
  void saysThatItIsIncompleteWhenSignaturesRunOut() {
    var root = root("Root").mint();
    var issuing = intermediate("Issuing", root).mint();
    var endEntity = endEntity(issuing).mint();
    var served = certificates(endEntity, issuing);
    var budget = new SearchBudget(1, 100, 100);

    var found =
        CandidatePaths.search(
            fixture.graph(served, store(root)),
            endEntity.certificate(),
            served,
            root.certificate()::equals,
            budget);

    assertThat(found.complete()).isFalse();
    assertThat(found.paths()).isEmpty();
    assertThat(found.deadEnds()).isEmpty();
    assertThat(budget.exhausted()).isTrue();
  }

  @Test
  void endsManyEqualIssuersWithTheBudgetForNodes() {
    var root = root("Root").mint();
    var layers = new ArrayList<Certificate>();
    var issuer = root;
    for (int layer = 0; layer < 6; layer++) {
      var first = intermediate("Layer " + layer, issuer).mint();
      layers.add(first.certificate());
      for (int copy = 1; copy < 4; copy++) {
        var years = copy * 365L * 86_400;
        layers.add(
            TestPki.reissue(first, issuer)
                .expires(TestPki.NOW.plusSeconds(years))
                .mint()
                .certificate());
      }
      issuer = first;
    }
    var endEntity = endEntity(issuer).mint();
    layers.add(endEntity.certificate());
    var budget = new SearchBudget(1_000, 1_000, 0);

    var found =
        CandidatePaths.search(
            new CertificateGraph(layers, fixture.verifier),
            endEntity.certificate(),
            layers,
            certificate -> false,
            budget);

    assertThat(found.complete()).isFalse();
  }

  @Test
  void sortsByLengthThenBySha256() {
    var root = root("Root").mint();
    var other = TestPki.reissueRoot(root).expires(TestPki.NOW).mint();
    var byOther = root("Cross").mint();
    var cross = TestPki.reissue(root, byOther).mint();
    var endEntity = endEntity(root).mint();

    var paths = fixture.candidates(store(root, other, byOther), endEntity, cross).paths();

    assertThat(paths).extracting(CertificationPath::length).containsExactly(2, 2, 3);
    assertThat(paths.subList(0, 2))
        .extracting(path -> path.anchor().sha256())
        .isSortedAccordingTo(Comparator.naturalOrder());
  }
}
