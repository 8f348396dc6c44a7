package dev.ringfence.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.path.BuiltPath;
import dev.ringfence.path.PathFailure;
import dev.ringfence.pki.Certificate;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ServedTrialsTest {
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuer = TestPki.intermediateCa(root).mint();
  private final Minted other = TestPki.rootCa().subject("CN=Other Root").mint();
  private final Certificate endEntity = TestPki.endEntity(issuer).mint().certificate();
  private final List<List<Certificate>> tried = new ArrayList<>();

  @Test
  void findsNothingWhereTheBuildersAgree() {
    assertThat(ServedTrials.between(built(true, true), served(), List.of(), this::refuse)).isNull();
    assertThat(ServedTrials.between(built(false, false), served(), List.of(), this::refuse))
        .isNull();
    assertThat(tried).isEmpty();
  }

  @Test
  void namesTheServedCertificateWithoutWhichAllAccept() {
    var difference = difference(List.of(), served -> !served.contains(other.certificate()));

    assertThat(difference)
        .isEqualTo(
            new ServedDifference(
                ServedDifference.Cause.SENT,
                other.certificate(),
                List.of("first"),
                List.of("second")));
  }

  @Test
  void namesTheKnownCertificateWithWhichAllAccept() {
    var known = List.of(other.certificate(), root.certificate());

    var difference =
        difference(
            List.of(root.certificate(), issuer.certificate()),
            served -> served.indexOf(issuer.certificate()) == 1 && served.contains(known.get(1)));

    assertThat(difference.cause()).isEqualTo(ServedDifference.Cause.NOT_SENT);
    assertThat(difference.certificate()).isEqualTo(root.certificate());
    assertThat(tried)
        .contains(
            List.of(endEntity, issuer.certificate(), root.certificate(), other.certificate()));
  }

  @Test
  void theOrderMayBeAllThatDividesThem() {
    var sorted = List.of(endEntity, issuer.certificate(), root.certificate());

    var difference =
        Objects.requireNonNull(
            ServedTrials.between(
                built(true, false),
                List.of(endEntity, root.certificate(), issuer.certificate()),
                List.of(),
                served -> verdict(served, served::equals, sorted)));

    assertThat(difference.cause()).isEqualTo(ServedDifference.Cause.ORDER);
    assertThat(difference.certificate()).isNull();
  }

  @Test
  void saysSoIfNoSingleChangeSettlesIt() {
    assertThat(difference(List.of(root.certificate()), served -> false).cause())
        .isEqualTo(ServedDifference.Cause.UNKNOWN);
  }

  @Test
  void triesABoundedNumberOfChanges() {
    List<Certificate> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(TestPki.reissueRoot(root).serialNumber(i + 2).mint().certificate());
    }

    difference(many, served -> false);

    assertThat(tried).hasSize(64);
  }

  private ServedDifference difference(
      List<Certificate> known, Predicate<List<Certificate>> allAccept) {
    return Objects.requireNonNull(
        ServedTrials.between(
            built(true, false), served(), known, served -> verdict(served, allAccept, served)));
  }

  private List<Builders.Construction> verdict(
      List<Certificate> served,
      Predicate<List<Certificate>> allAccept,
      List<Certificate> compared) {
    tried.add(served);
    return built(true, allAccept.test(compared));
  }

  private List<Builders.Construction> refuse(List<Certificate> served) {
    tried.add(served);
    return built(true, false);
  }

  private List<Certificate> served() {
    return List.of(endEntity, issuer.certificate(), other.certificate());
  }

  private List<Builders.Construction> built(boolean first, boolean second) {
    return List.of(construction("first", first), construction("second", second));
  }

  private Builders.Construction construction(String profile, boolean accepted) {
    return new Builders.Construction(
        new BuiltPath(
            profile,
            BuiltPath.Result.BUILT,
            List.of(endEntity),
            accepted ? null : new PathFailure(PathFailure.ISSUER_MISSING, null, "None.")),
        accepted);
  }
}
