package dev.ringfence.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.fleet.CertificateWebService;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.path.PathProfile;
import dev.ringfence.path.PathProfiles;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.rules.Rules;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random small fleets and chains over a minted web of cross-signing: whatever is advised does
 * exactly what it says, when it is done and everything is evaluated anew.
 */
class AdvicePropertyTest {
  private static final int CASES = 150;
  private static final Instant EXPIRED = Instant.parse("2025-12-31T23:59:59Z");

  private static final Minted A = TestPki.rootCa().subject("CN=Root A").mint();
  private static final Minted B = TestPki.rootCa().subject("CN=Root B").mint();
  private static final Minted X = TestPki.rootCa().subject("CN=Root X").mint();
  private static final Minted X_BY_A = TestPki.reissue(X, A).mint();
  private static final Minted X_BY_B = TestPki.reissue(X, B).expires(EXPIRED).mint();
  private static final Minted X_OLD = TestPki.reissueRoot(X).expires(EXPIRED).mint();
  private static final Minted ISSUER = TestPki.intermediateCa(X).mint();
  private static final Minted ISSUER_BY_A = TestPki.reissue(ISSUER, A).mint();
  private static final Minted SERVER = TestPki.endEntity(ISSUER).mint();

  private static final List<Certificate> ROOTS = certificates(A, B, X, X_OLD);
  private static final List<Certificate> SERVABLE =
      certificates(ISSUER, ISSUER_BY_A, X_BY_A, X_BY_B, X);
  private static final List<String> PROFILES =
      PathProfiles.all().stream().map(PathProfile::name).toList();

  private static final List<SignIn> SIGN_INS = List.of(SignIn.values());

  private final PolicyEngine engine = new PolicyEngine(Rules.all());
  private final Map<AdviceKind, Integer> seen = new EnumMap<>(AdviceKind.class);

  @Test
  void everyAdviceDoesExactlyWhatItSays() {
    for (int seed = 0; seed < CASES; seed++) {
      var evaluation = draw(new Random(seed));
      var report = engine.evaluate(evaluation);
      assertThat(report.reasons()).as("seed %d", seed).noneMatch(r -> r.startsWith("No advice"));
      for (var advice : report.advice()) {
        seen.merge(advice.kind(), 1, Integer::sum);
        assertKept(seed, report, advice, engine.evaluate(apply(evaluation, advice)));
      }
      assertBest(seed, evaluation, report);
    }
    for (var kind : AdviceKind.values()) {
      assertThat(kind.verified() ? seen.getOrDefault(kind, 0) : 100)
          .as("cases with %s", kind)
          .isGreaterThan(2);
    }
  }

  private static void assertKept(
      int seed, RenewalReport before, Advice advice, RenewalReport after) {
    var then = outcomes(after);
    long recovered = 0;
    long lost = 0;
    for (var group : before.groups()) {
      var now = group.outcome();
      var later = outcome(then, group);
      if (Standing.works(later)) {
        recovered += Standing.works(now) ? 0 : group.countedPhones();
      } else if (later.compareTo(now) < 0) {
        lost += group.countedPhones();
      }
    }
    assertThat(advice.phonesRecovered()).as("seed %d %s", seed, advice).isEqualTo(recovered);
    assertThat(advice.phonesLost()).as("seed %d %s", seed, advice).isEqualTo(lost);
    assertThat(advice.effect().verdict()).as("seed %d %s", seed, advice).isEqualTo(after.verdict());
    for (var named : List.of(advice.effect().recovered(), advice.effect().lost())) {
      assertThat(named)
          .allSatisfy(g -> assertThat(g.after()).isEqualTo(then.get(g.group().name())));
    }
  }

  /** No certificate can be left out, or be added at the end, with a better result and no loss. */
  private void assertBest(int seed, Evaluation evaluation, RenewalReport report) {
    long best =
        report.advice().stream()
            .filter(advice -> advice.kind() == AdviceKind.CHANGE_SERVED_CHAIN)
            .mapToLong(Advice::phonesRecovered)
            .max()
            .orElse(0);
    var served = evaluation.chain().certificates();
    var others =
        Stream.concat(
                IntStream.range(1, served.size()).mapToObj(i -> without(served, i)),
                evaluation.catalogs().certificates().stream()
                    .filter(c -> !served.contains(c) && !ROOTS.contains(c))
                    .map(c -> Stream.concat(served.stream(), Stream.of(c)).toList()))
            .toList();
    for (var other : others) {
      var then = outcomes(engine.evaluate(evaluation.serving(new CertificateChain(other))));
      boolean loses =
          report.groups().stream()
              .anyMatch(
                  g ->
                      !Standing.works(outcome(then, g))
                          && outcome(then, g).compareTo(g.outcome()) < 0);
      long recovered =
          report.groups().stream()
              .filter(g -> !Standing.works(g.outcome()))
              .filter(g -> Standing.works(outcome(then, g)))
              .mapToLong(GroupReport::countedPhones)
              .sum();
      assertThat(loses ? 0 : recovered)
          .as("seed %d serving %s", seed, other)
          .isLessThanOrEqualTo(best);
    }
  }

  private static Evaluation apply(Evaluation evaluation, Advice advice) {
    var edited = advice.edit() == null ? evaluation : evaluation.serving(advice.edit().chain());
    var fleet = evaluation.fleets().get(0);
    var groups = new ArrayList<FleetGroup>();
    for (var group : fleet.groups()) {
      groups.add(
          advice.upgrades().stream()
              .filter(upgrade -> upgrade.groups().contains(group.name()))
              .findFirst()
              .map(upgrade -> group.running(upgrade.to().toString()))
              .orElse(group));
    }
    var trust = fleet.provisionedTrust();
    var push = advice.push();
    if (push != null) {
      trust =
          push.means() == TrustPush.Means.ACTIVE_DIRECTORY
              ? new ProvisionedTrust(List.of(push.certificate()), trust.certificateWebService())
              : new ProvisionedTrust(
                  trust.activeDirectory(),
                  new CertificateWebService(List.of(push.certificate()), false, List.of(80, 443)));
    }
    return edited.judging(
        List.of(new PhoneFleet(fleet.name(), groups, trust, List.of(), fleet.observedAt())));
  }

  private static Evaluation draw(Random random) {
    var draft =
        new FleetDraft()
            .knowing(some(random, SERVABLE, 2))
            .knowing(some(random, ROOTS, 2))
            .policy(policy(random));
    int groups = 1 + random.nextInt(4);
    for (int i = 0; i < groups; i++) {
      var profiles = new ArrayList<String>();
      profiles.add(PROFILES.get(random.nextInt(PROFILES.size())));
      if (random.nextInt(4) == 0) {
        profiles.add(PROFILES.get(random.nextInt(PROFILES.size())));
      }
      var name = "g" + i;
      draft.group(
          name,
          profiles.stream().distinct().toList(),
          random.nextInt(50),
          SIGN_INS.get(random.nextInt(SIGN_INS.size())),
          random.nextInt(6) == 0 ? GroupKind.SPARE : GroupKind.IN_USE,
          some(random, ROOTS, 2));
      if (random.nextInt(3) == 0) {
        draft.release(name, "1.0.0.2", some(random, ROOTS, 1));
      }
    }
    var served = new ArrayList<>(some(random, SERVABLE, 2));
    Collections.shuffle(served, random);
    served.add(0, SERVER.certificate());
    return draft.evaluation(served, TestPki.NOW);
  }

  private static Policy policy(Random random) {
    var defaults = Policy.defaults();
    return new Policy(
        defaults.mode(),
        random.nextBoolean() ? Undetermined.BLOCK : Undetermined.WARN,
        defaults.minimumEvidence(),
        Map.of(),
        Map.of(),
        new Budgets(random.nextInt(40), random.nextInt(20)),
        random.nextInt(3) == 0 ? Set.of("g0") : Set.of(),
        1,
        false);
  }

  private static Map<String, Outcome> outcomes(RenewalReport report) {
    var outcomes = new TreeMap<String, Outcome>();
    report.groups().forEach(group -> outcomes.put(group.group().name(), group.outcome()));
    return outcomes;
  }

  private static Outcome outcome(Map<String, Outcome> outcomes, GroupReport report) {
    return Objects.requireNonNull(outcomes.get(report.group().name()));
  }

  /** Each with a chance of one in so many. */
  private static List<Certificate> some(Random random, List<Certificate> all, int oneIn) {
    return all.stream().filter(certificate -> random.nextInt(oneIn) == 0).toList();
  }

  private static List<Certificate> without(List<Certificate> all, int index) {
    var fewer = new ArrayList<>(all);
    fewer.remove(index);
    return fewer;
  }

  private static List<Certificate> certificates(Minted... minted) {
    return Stream.of(minted).map(Minted::certificate).toList();
  }
}
