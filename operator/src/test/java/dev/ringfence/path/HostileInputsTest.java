package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.certificates;
import static dev.ringfence.path.PathFixture.endEntity;
import static dev.ringfence.path.PathFixture.intermediate;
import static dev.ringfence.path.PathFixture.root;
import static dev.ringfence.path.PathFixture.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs made to keep a builder busy: every profile ends, by counted work, and accepts nothing. */
final class HostileInputsTest {
  private static final int SIGNATURES = 100;
  private static final int MESH = 12;

  private final SignatureVerifier verifier = new SignatureVerifier();

  static List<PathProfile> profiles() {
    return PathProfiles.all();
  }

  private BuiltPath validate(
      PathProfile profile, List<Certificate> served, List<Certificate> held, SearchBudget budget) {
    var all = new ArrayList<>(served);
    all.addAll(held);
    return new PathBuilder(new CertificateGraph(all, verifier))
        .build(
            profile,
            served,
            new TrustStore("held", held),
            TestPki.NOW,
            new PathValidator(
                profile, TestPki.NOW, null, Purpose.SERVER, InitialPolicies.NONE, budget),
            budget);
  }

  /** Authorities that all issued each other, and no root among them. */
  @ParameterizedTest
  @MethodSource("profiles")
  void aMeshOfCrossCertificatesEnds(PathProfile profile) {
    var authorities = IntStream.range(0, MESH).mapToObj(i -> root("Mesh " + i).mint()).toList();
    var mesh = new ArrayList<Certificate>();
    for (var subject : authorities) {
      for (var issuer : authorities) {
        if (!subject.equals(issuer)) {
          mesh.add(TestPki.reissue(subject, issuer).mint().certificate());
        }
      }
    }
    var target = endEntity(authorities.get(0)).mint().certificate();
    var served = new ArrayList<>(List.of(target));
    served.addAll(mesh);

    var elsewhere = certificates(root("Elsewhere").mint());
    var fromServed = validate(profile, served, elsewhere, SearchBudget.standard());
    var fromHeld = validate(profile, List.of(target), mesh, SearchBudget.standard());

    assertThat(fromServed.accepted()).isFalse();
    assertThat(fromServed.path()).hasSizeLessThan(1_000);
    if (!profile.growth().acceptsPartialChains()) {
      assertThat(fromHeld.accepted()).isFalse();
    }
    assertThat(verifier.verifications()).isLessThanOrEqualTo(2 * SIGNATURES);
    if (profile.growth().triesOtherIssuers()) {
      assertThat(fromServed.result()).isEqualTo(BuiltPath.Result.BUDGET_EXHAUSTED);
    }
  }

  /** Many authorities of one name, the one that signed among the last to be tried. */
  @ParameterizedTest
  @MethodSource("profiles")
  void namesakesOfTheIssuerAreTriedWithinTheBudget(PathProfile profile) {
    var root = root("Root").mint();
    var served = new ArrayList<Certificate>();
    var namesakes =
        IntStream.range(0, 2 * SIGNATURES)
            .mapToObj(
                i ->
                    intermediate("Issuing", root)
                        .key(KeyKind.EC_P256, "key " + i)
                        .withoutKeyIdentifiers()
                        .mint())
            .toList();
    served.add(
        endEntity(namesakes.get(namesakes.size() - 1))
            .withoutKeyIdentifiers()
            .mint()
            .certificate());
    namesakes.stream().map(Minted::certificate).forEach(served::add);

    var built = validate(profile, served, certificates(root), SearchBudget.standard());

    assertThat(built.accepted()).isFalse();
    assertThat(verifier.verifications()).isLessThanOrEqualTo(SIGNATURES);
    if (profile.growth().triesOtherIssuers()) {
      assertThat(built.result()).isEqualTo(BuiltPath.Result.BUDGET_EXHAUSTED);
      assertThat(built.failure()).extracting(PathFailure::undetermined).isEqualTo(true);
    }
  }

  /** More pairs of names and constraints than the budget has comparisons. */
  @ParameterizedTest
  @MethodSource("profiles")
  void namesTimesConstraintsAreCountedNotTimed(PathProfile profile) {
    var root = root("Root").mint();
    var constrained =
        intermediate("Issuing", root)
            .excludedDirectory(
                IntStream.range(0, 600).mapToObj(i -> "CN=x" + i).toArray(String[]::new))
            .excludedDns(
                IntStream.range(0, 600).mapToObj(i -> "x" + i + ".test").toArray(String[]::new))
            .mint();
    var target =
        endEntity(constrained)
            .dnsNames(
                IntStream.range(0, 600).mapToObj(i -> "t" + i + ".test").toArray(String[]::new))
            .mint();
    var budget = SearchBudget.standard();

    var built = validate(profile, certificates(target, constrained), store(root).anchors(), budget);

    boolean pairs = profile.rules().reading().names().wildcards();
    assertThat(budget.exhausted()).isEqualTo(pairs);
    assertThat(built.accepted()).isEqualTo(!pairs);
  }
}
