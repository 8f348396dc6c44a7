package dev.ringfence.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.rules.Rules;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Minted families of cross-signing: what should be served instead, and what cannot be helped. */
class ServedChainAdviceTest {
  private static final Instant EXPIRED = Instant.parse("2025-12-31T23:59:59Z");
  private static final List<String> OPENSSL = List.of("openssl-1.0.1");

  private static final Minted OLD_ROOT = TestPki.rootCa().subject("CN=Old Root").mint();
  private static final Minted NEW_ROOT = TestPki.rootCa().subject("CN=New Root").mint();
  private static final Minted CROSS = TestPki.reissue(NEW_ROOT, OLD_ROOT).mint();
  private static final Minted EXPIRED_CROSS =
      TestPki.reissue(NEW_ROOT, OLD_ROOT).expires(EXPIRED).mint();
  private static final Minted ISSUER = TestPki.intermediateCa(NEW_ROOT).mint();
  private static final Minted SERVER = TestPki.endEntity(ISSUER).mint();

  private final PolicyEngine engine = new PolicyEngine(Rules.all());

  @Test
  void dropsAnExpiredCrossCertificateThatABuilderWalksInto() {
    var advice =
        advice(
            new FleetDraft().group("old", OPENSSL, 30, cert(OLD_ROOT), cert(NEW_ROOT)),
            SERVER,
            ISSUER,
            EXPIRED_CROSS);
    assertThat(advice).hasSize(1);
    var drop = advice.get(0);
    assertThat(drop.kind()).isEqualTo(AdviceKind.CHANGE_SERVED_CHAIN);
    assertThat(editOf(drop).dropped()).containsExactly(cert(EXPIRED_CROSS));
    assertThat(editOf(drop).added()).isEmpty();
    assertThat(editOf(drop).reordered()).isFalse();
    assertThat(editOf(drop).chain().certificates()).containsExactly(cert(SERVER), cert(ISSUER));
    assertThat(drop.phonesRecovered()).isEqualTo(30);
    assertThat(drop.phonesLost()).isZero();
    assertThat(drop.effect().verdict()).isEqualTo(Verdict.ALLOW);
    assertThat(drop.effect().profiles())
        .extracting(ProfileVerdict::profile, v -> v.before().text(), v -> v.after().text())
        .containsExactly(
            tuple("openssl-1.0.1", "CertificateExpired at Old Root", "Accepted at New Root"));
    assertThat(drop.message())
        .isEqualTo(
            "Serve the chain without CN=New Root issued by CN=Old Root (SHA-256 "
                + cert(EXPIRED_CROSS).sha256()
                + "), that is pool.example.com > Test Issuing CA: 30 phones (old) then work. The"
                + " verdict is then Allow.");
  }

  @Test
  void addsACrossCertificateThatACatalogKnows() {
    var advice =
        advice(
            new FleetDraft()
                .knowing(List.of(cert(CROSS)))
                .group("old", OPENSSL, 30, cert(OLD_ROOT))
                .group("new", OPENSSL, 5, cert(NEW_ROOT), cert(OLD_ROOT)),
            SERVER,
            ISSUER);
    assertThat(advice).hasSize(1);
    assertThat(editOf(advice.get(0)).chain().certificates())
        .containsExactly(cert(SERVER), cert(ISSUER), cert(CROSS));
    assertThat(editOf(advice.get(0)).added()).containsExactly(cert(CROSS));
    assertThat(advice.get(0).phonesRecovered()).isEqualTo(30);
  }

  @Test
  void addsAnIntermediateAndACrossCertificateAtOnce() {
    var advice =
        advice(
            new FleetDraft()
                .knowing(List.of(cert(CROSS), cert(ISSUER)))
                .group("old", List.of("served-order"), 30, cert(OLD_ROOT)),
            SERVER);
    assertThat(advice).hasSize(1);
    assertThat(editOf(advice.get(0)).added()).containsExactly(cert(ISSUER), cert(CROSS));
  }

  @Test
  void putsTheChainInOrderForABuilderThatFollowsIt() {
    var advice =
        advice(
            new FleetDraft().group("old", List.of("served-order"), 30, cert(OLD_ROOT)),
            SERVER,
            CROSS,
            ISSUER);
    assertThat(editOf(advice.get(0)).reordered()).isTrue();
    assertThat(editOf(advice.get(0)).chain().certificates())
        .containsExactly(cert(SERVER), cert(ISSUER), cert(CROSS));
    assertThat(advice.get(0).message()).contains("Serve the chain in another order, that is");
  }

  @Test
  void saysWithCountsThatNoSingleChainSuitsAll() {
    var advice =
        advice(
            new FleetDraft()
                .group("holds-old", OPENSSL, 20, cert(OLD_ROOT))
                .group("holds-new", OPENSSL, 7, cert(NEW_ROOT)),
            SERVER,
            ISSUER,
            CROSS);
    assertThat(advice)
        .extracting(Advice::kind)
        .containsExactly(AdviceKind.NO_SINGLE_SERVED_CHAIN, AdviceKind.SERVE_OTHER_CHAIN_TO_SOME);
    assertThat(advice.get(0).message())
        .isEqualTo(
            "No single served chain suits all phones, of 4 evaluated: the chain as it is suits 20"
                + " phones (holds-old; path builders openssl-1.0.1); the chain without CN=New Root"
                + " issued by CN=Old Root (SHA-256 "
                + cert(CROSS).sha256()
                + "), that is pool.example.com > Test Issuing CA suits 7 phones (holds-new; path"
                + " builders openssl-1.0.1).");
    assertThat(advice.get(1).phonesRecovered()).isEqualTo(7);
    assertThat(advice.get(1).phonesLost()).isEqualTo(20);
    assertThat(editOf(advice.get(1)).dropped()).containsExactly(cert(CROSS));
  }

  @Test
  void advisesNothingWhileAllPhonesWork() {
    assertThat(advice(new FleetDraft().group("new", OPENSSL, 30, cert(NEW_ROOT)), SERVER, ISSUER))
        .isEmpty();
  }

  private List<Advice> advice(FleetDraft draft, Minted... served) {
    var certificates = Arrays.stream(served).map(Minted::certificate).toList();
    return engine.evaluate(draft.evaluation(certificates, TestPki.NOW)).advice();
  }

  private static ServedEdit editOf(Advice advice) {
    return Objects.requireNonNull(advice.edit());
  }

  private static Certificate cert(Minted minted) {
    return minted.certificate();
  }
}
