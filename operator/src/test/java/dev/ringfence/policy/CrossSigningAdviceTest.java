package dev.ringfence.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.policy.rules.Rules;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Two real families of cross-signing whose history is known. */
class CrossSigningAdviceTest {
  private static final String ISRG = "chains/scenarios/isrg-root-x1-by-dst-x3/";
  private static final String GLOBALSIGN = "chains/scenarios/globalsign-r3-by-r1-8a27b5/";
  private static final List<String> OLD = List.of("openssl-1.0.1");
  private static final List<String> NEW = List.of("openssl-1.1.1");

  private final PolicyEngine engine = new PolicyEngine(Rules.all());

  @Test
  void isrgRootX1MustNotBeServedWithItsCrossCertificateOnceDstRootX3HasExpired() {
    var dst =
        certificate(ISRG + "issuer-root--dst-root-ca-x3--by--dst-root-ca-x3--2021-09-30--06872603");
    var root = certificate(ISRG + "self--isrg-root-x1--by--isrg-root-x1--2035-06-04--96bcec06");
    var cross = certificate(ISRG + "cross--isrg-root-x1--by--dst-root-ca-x3--2024-09-30--6d99fb26");
    var target = certificate(ISRG + "target--r3--by--isrg-root-x1--2025-09-15--67add116");
    var fleet = new FleetDraft().group("old", OLD, 120, dst, root).group("new", NEW, 50, dst, root);
    var served = List.of(target, cross);

    var before = fleet.evaluation(served, Instant.parse("2021-09-30T14:01:14Z"));
    assertThat(engine.evaluate(before).advice()).isEmpty();

    var report = engine.evaluate(fleet.evaluation(served, Instant.parse("2021-09-30T14:01:16Z")));
    assertThat(report.phones().broken()).isEqualTo(120);
    assertThat(report.advice()).hasSize(1);
    var advice = report.advice().get(0);
    assertThat(advice.kind()).isEqualTo(AdviceKind.CHANGE_SERVED_CHAIN);
    assertThat(editOf(advice).dropped()).containsExactly(cross);
    assertThat(editOf(advice).chain().certificates()).containsExactly(target);
    assertThat(advice.phonesRecovered()).isEqualTo(120);
    assertThat(advice.phonesLost()).isZero();
    assertThat(advice.effect().profiles())
        .extracting(ProfileVerdict::profile, v -> v.before().text(), v -> v.after().text())
        .containsExactly(
            tuple(
                "openssl-1.0.1",
                "TrustAnchorExpired at DST Root CA X3",
                "Accepted at ISRG Root X1"));
  }

  @Test
  void noSingleChainSuitsAllOnceGlobalSignR2HasExpired() {
    var r1 =
        certificate(
            GLOBALSIGN
                + "issuer-root--globalsign-root-ca--by--globalsign-root-ca--2028-01-28--ebd41040");
    var r2 = certificate(GLOBALSIGN + "self--globalsign--by--globalsign--2021-12-15--ca42dd41");
    var cross =
        certificate(GLOBALSIGN + "cross--globalsign--by--globalsign-root-ca--2028-01-28--4ef06b38");
    var target =
        certificate(
            GLOBALSIGN
                + "target--globalsign-extended-validation-ca-g2--by--globalsign--2022-04-13--0b11a032");
    var at = Instant.parse("2021-12-15T08:00:01Z");
    var fleet = new FleetDraft().group("old", OLD, 120, r1, r2).group("new", NEW, 50, r1, r2);

    var kept = engine.evaluate(fleet.evaluation(List.of(target, cross), at));
    assertThat(kept.groups())
        .extracting(group -> group.group().name(), GroupReport::outcome)
        .containsExactly(tuple("new", Outcome.BROKEN), tuple("old", Outcome.COMPATIBLE));
    assertThat(kept.advice())
        .extracting(Advice::kind)
        .containsExactly(AdviceKind.NO_SINGLE_SERVED_CHAIN);
    assertThat(kept.advice().get(0).message())
        .matches(
            "No single served chain suits all phones, of [0-9]+ evaluated: the chain as it is suits"
                + " 120 phones \\(old; path builders openssl-1\\.0\\.1\\); none suits 50 phones"
                + " whose path builder misses a usable path \\(new; path builders"
                + " openssl-1\\.1\\.1\\)\\.");

    var removed = engine.evaluate(fleet.knowing(List.of(cross)).evaluation(List.of(target), at));
    assertThat(removed.phones().broken()).isEqualTo(170);
    assertThat(removed.advice())
        .extracting(Advice::kind, Advice::phonesRecovered, Advice::phonesLost)
        .containsExactly(
            tuple(AdviceKind.CHANGE_SERVED_CHAIN, 120L, 0L),
            tuple(AdviceKind.NO_SINGLE_SERVED_CHAIN, 0L, 0L));
    assertThat(editOf(removed.advice().get(0)).added()).containsExactly(cross);
  }

  private static ServedEdit editOf(Advice advice) {
    return Objects.requireNonNull(advice.edit());
  }

  private static Certificate certificate(String file) {
    try {
      return new CertificateParser(ParserLimits.parser())
          .parse(Files.readAllBytes(Suites.file(file + ".pem")), file)
          .get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
