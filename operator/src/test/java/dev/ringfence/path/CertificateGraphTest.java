package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.certificates;
import static dev.ringfence.path.PathFixture.endEntity;
import static dev.ringfence.path.PathFixture.intermediate;
import static dev.ringfence.path.PathFixture.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.TestPki;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CertificateGraphTest {
  private final SignatureVerifier verifier = new SignatureVerifier();

  @Test
  void verifiesEachPairOnceForAnyNumberOfTrustStores() {
    var root = root("Root").mint();
    var issuing = intermediate("Issuing", root).mint();
    var endEntity = endEntity(issuing).mint();
    var served = certificates(endEntity, issuing);
    var filler = new ArrayList<Certificate>();
    for (int i = 0; i < 149; i++) {
      filler.add(root("Filler " + i).key(KeyKind.EC_P256, "filler").mint().certificate());
    }
    var universe = new ArrayList<>(filler);
    universe.addAll(served);
    universe.add(root.certificate());
    var graph = new CertificateGraph(universe, verifier);
    var budget = SearchBudget.standard();

    for (int i = 0; i < 20; i++) {
      Set<Certificate> held = new HashSet<>(filler);
      held.add(root.certificate());
      Set<Certificate> usable = new HashSet<>(held);
      usable.addAll(served);
      var found =
          CandidatePaths.search(
              graph, endEntity.certificate(), usable, held::contains, budget.fresh());
      assertThat(found.paths()).hasSize(1);
    }

    assertThat(verifier.verifications()).isEqualTo(2);
  }

  @Test
  void budgetCountsOnlyWhatTheGraphHasNotVerified() {
    var root = root("Root").mint();
    var endEntity = endEntity(root).mint();
    var graph = new CertificateGraph(certificates(endEntity, root), verifier);
    var budget = new SearchBudget(1, 0, 0);

    assertThat(graph.issuersOf(endEntity.certificate(), budget)).contains(certificates(root));
    assertThat(graph.issuersOf(endEntity.certificate(), budget)).contains(certificates(root));
    assertThat(budget.exhausted()).isFalse();
  }

  @Test
  void unansweredIssuersAreNotRememberedAsNone() {
    var root = root("Root").mint();
    var endEntity = endEntity(root).mint();
    var graph = new CertificateGraph(certificates(endEntity, root), verifier);

    assertThat(graph.issuersOf(endEntity.certificate(), new SearchBudget(0, 0, 0))).isEmpty();
    assertThat(graph.issuersOf(endEntity.certificate(), SearchBudget.standard()))
        .contains(certificates(root));
  }

  @Test
  void issuersWhoseKeyIdentifierFitsComeFirst() {
    var root = root("Root").mint();
    var plain = new ArrayList<Certificate>();
    for (int i = 0; i < 8; i++) {
      plain.add(
          TestPki.reissueRoot(root)
              .expires(TestPki.NOW.plusSeconds(i))
              .extension("2.5.29.14", false, new byte[] {4, 1, (byte) i})
              .withoutKeyIdentifiers()
              .mint()
              .certificate());
    }
    var endEntity = endEntity(root).mint();
    var universe = new ArrayList<>(plain);
    universe.add(root.certificate());

    var issuers =
        new CertificateGraph(universe, verifier)
            .issuersOf(endEntity.certificate(), SearchBudget.standard())
            .orElseThrow();

    assertThat(issuers).hasSize(9).startsWith(root.certificate());
  }

  @Test
  void certificateIsNoIssuerOfItself() {
    var root = root("Root").mint();
    var graph = new CertificateGraph(List.of(root.certificate()), verifier);

    assertThat(graph.issuersOf(root.certificate(), SearchBudget.standard())).contains(List.of());
  }

  @Test
  void keepsAnIssuerWhoseSignatureNobodyHereCanVerify() {
    var root = root("Root").mint();
    var unknown = CertificateForms.withUnknownSignatureAlgorithm(endEntity(root).mint());
    var graph = new CertificateGraph(List.of(unknown, root.certificate()), verifier);

    assertThat(graph.issuersOf(unknown, SearchBudget.standard())).contains(certificates(root));
  }
}
