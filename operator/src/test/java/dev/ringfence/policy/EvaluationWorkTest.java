package dev.ringfence.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.policy.rules.Rules;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often rules are asked, which no clock has to tell. */
class EvaluationWorkTest {
  private static final Minted OLD = TestPki.rootCa().subject("CN=Old Root").mint();
  private static final Minted ROOT = TestPki.rootCa().subject("CN=New Root").mint();
  private static final Minted ISSUER = TestPki.intermediateCa(ROOT).mint();
  private static final List<Certificate> CHAIN =
      List.of(TestPki.endEntity(ISSUER).mint().certificate(), ISSUER.certificate());

  private final AtomicInteger paths = new AtomicInteger();
  private final AtomicInteger groups = new AtomicInteger();
  private final PolicyEngine engine =
      new PolicyEngine(
          Stream.concat(
                  Rules.all().stream(), Stream.of(new CountsPaths(paths), new CountsGroups(groups)))
              .toList());

  @Test
  void judgesGroupsThatDifferInNameSiteAndSizeOnce() {
    var one = fleet(6);
    evaluate(one);
    int pathsOfOne = paths.getAndSet(0);
    int groupsOfOne = groups.getAndSet(0);

    var many = new ArrayList<FleetGroup>();
    for (int copy = 0; copy < 30; copy++) {
      for (var group : one) {
        many.add(group.named(group.name() + "-" + copy));
      }
    }
    assertThat(evaluate(many).groups()).hasSize(180);
    assertThat(paths).hasValue(pathsOfOne);
    assertThat(groups).hasValue(groupsOfOne);
  }

  @Test
  void worksOnEachReleaseOnceHoweverManyGroupsCouldBeUpgradedToIt() {
    evaluate(fleet(8));
    int groupsOfFew = groups.getAndSet(0);
    int pathsOfFew = paths.getAndSet(0);

    var report = evaluate(fleet(64));
    assertThat(report.advice()).extracting(Advice::kind).contains(AdviceKind.UPGRADE_FIRMWARE);
    assertThat(groups.get()).isPositive().isLessThanOrEqualTo(groupsOfFew * 64 / 8 * 5 / 4);
    assertThat(paths.get()).isPositive().isLessThanOrEqualTo(pathsOfFew * 64 / 8 * 5 / 4);
  }

  @Test
  void asksRulesThatFindNothingOnAPathOnceForAllFirmwaresThatAnswerAlike() {
    evaluate(fleet(8));
    int pathsOfFew = paths.getAndSet(0);

    evaluate(fleet(64));
    assertThat(paths.get()).isPositive().isEqualTo(pathsOfFew);
  }

  @Test
  void judgesAnInstantOnceThoughReportCalendarAndAdviceAskForIt() {
    evaluate(fleet(1));
    assertThat(groups)
        .as("now, after the chain's end, and once more for each of the chains tried as advice")
        .hasValueLessThanOrEqualTo(8);
  }

  @Test
  void verifiesSignaturesOfAuthoritiesOnceForAllEvaluations() {
    var verifier = new SignatureVerifier();
    var remembering = new PolicyEngine(Rules.all(), verifier);
    remembering.evaluate(draft(8).evaluation(CHAIN, TestPki.NOW));
    long first = verifier.verifications();
    assertThat(first).isBetween(2L, 3L);

    remembering.evaluate(draft(64).evaluation(CHAIN, TestPki.NOW));
    assertThat(verifier.verifications()).isEqualTo(first);

    var other = TestPki.endEntity(ISSUER).subject("CN=other.example.com").mint();
    var renewed = List.of(other.certificate(), ISSUER.certificate());
    remembering.evaluate(draft(64).evaluation(renewed, TestPki.NOW));
    assertThat(verifier.verifications()).isEqualTo(first + 1);
  }

  /** Each on a release of its own; all but the newest two fail. */
  private static List<FleetGroup> fleet(int releases) {
    var template = draft(releases).evaluation(CHAIN, TestPki.NOW).fleets().get(0).groups().get(0);
    var groups = new ArrayList<FleetGroup>();
    for (int i = 1; i <= releases; i++) {
      groups.add(template.named("floor-" + i).running("1.0.0." + i));
    }
    return groups;
  }

  private static FleetDraft draft(int releases) {
    var draft =
        new FleetDraft()
            .knowing(List.of(ROOT.certificate()))
            .group("a", List.of("rfc5280"), 10, OLD.certificate());
    for (int i = 2; i <= releases + 2; i++) {
      var held = i > releases - 2 ? ROOT : OLD;
      draft.release("a", "1.0.0." + i, List.of(held.certificate()));
    }
    return draft;
  }

  private RenewalReport evaluate(List<FleetGroup> phones) {
    int releases = (int) phones.stream().map(FleetGroup::firmware).distinct().count();
    var fleet = new PhoneFleet("phones", phones, ProvisionedTrust.none(), List.of(), null);
    return engine.evaluate(draft(releases).evaluation(CHAIN, TestPki.NOW).judging(List.of(fleet)));
  }

  private static RuleMetadata metadata(String id) {
    return new RuleMetadata(
        id, "Counts.", List.of("None"), Category.TRUST, Severity.NOTICE, List.of(Affects.UPDATE));
  }

  private record CountsPaths(AtomicInteger asked) implements PathRule {
    @Override
    public RuleMetadata metadata() {
      return EvaluationWorkTest.metadata("CountsPaths");
    }

    @Override
    public boolean appliesTo(PathSubject path) {
      asked.incrementAndGet();
      return false;
    }

    @Override
    public List<Observation> check(PathSubject path) {
      return List.of();
    }
  }

  private record CountsGroups(AtomicInteger asked) implements GroupRule {
    @Override
    public RuleMetadata metadata() {
      return EvaluationWorkTest.metadata("CountsGroups");
    }

    @Override
    public boolean appliesTo(GroupSubject group) {
      asked.incrementAndGet();
      return false;
    }

    @Override
    public List<Observation> check(GroupSubject group) {
      return List.of();
    }
  }
}
