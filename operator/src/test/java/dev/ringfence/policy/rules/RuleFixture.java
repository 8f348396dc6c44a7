package dev.ringfence.policy.rules;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.ChainSubject;
import dev.ringfence.policy.Evaluation;
import dev.ringfence.policy.GroupRule;
import dev.ringfence.policy.GroupSubject;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.PathSubject;
import dev.ringfence.policy.Policy;
import dev.ringfence.policy.PolicyEngine;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Rule;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the engine hands to rules: it evaluates one chain for one group of phones with all rules and
 * keeps the subjects. Every switch returns this object.
 */
final class RuleFixture {
  private final CertificateChain chain;
  private FirmwareDraft firmware = new FirmwareDraft();
  private FleetGroup group = phones(FirmwareDraft.MODEL, FirmwareDraft.FIRMWARE);
  private ProvisionedTrust provisioned = ProvisionedTrust.none();
  private Policy policy = Policy.defaults();
  private List<String> serverNames = List.of();
  private List<String> sipDomains = List.of();
  private Instant at = TestPki.NOW;

  private RuleFixture(CertificateChain chain) {
    this.chain = chain;
  }

  /** End entity first. */
  static RuleFixture serving(Minted... chain) {
    return new RuleFixture(
        new CertificateChain(Arrays.stream(chain).map(Minted::certificate).toList()));
  }

  /** Ten phones of which the sign-in method and the last contact are not known. */
  static FleetGroup phones(String model, String version) {
    return new FleetGroup(
        "lobby",
        FirmwareDraft.PLATFORM,
        model,
        version,
        10,
        "hq",
        SignIn.UNDECLARED,
        GroupKind.IN_USE,
        null,
        false);
  }

  RuleFixture on(FirmwareDraft draft) {
    this.firmware = draft;
    return this;
  }

  RuleFixture group(FleetGroup phones) {
    this.group = phones;
    return this;
  }

  RuleFixture provisioned(ProvisionedTrust trust) {
    this.provisioned = trust;
    return this;
  }

  RuleFixture policy(Policy accepted) {
    this.policy = accepted;
    return this;
  }

  RuleFixture serverNames(String... names) {
    this.serverNames = List.of(names);
    return this;
  }

  RuleFixture sipDomains(String... domains) {
    this.sipDomains = List.of(domains);
    return this;
  }

  RuleFixture at(Instant instant) {
    this.at = instant;
    return this;
  }

  RuleFixture at(String instant) {
    return at(Instant.parse(instant));
  }

  ChainSubject chain() {
    return group().chain();
  }

  /** The first family's, if the model is unknown. */
  GroupSubject group() {
    return groups().get(0);
  }

  /** One for each firmware that the group may have. */
  List<GroupSubject> groups() {
    var recorder = new Recorder(new ArrayList<>());
    evaluate(recorder);
    return recorder.seen().stream()
        .filter(subject -> subject.at().equals(at) && subject.phones().equals(group.traits()))
        .toList();
  }

  /** The best candidate path. */
  PathSubject path() {
    return paths().get(0);
  }

  /** All candidate paths, best first. */
  List<PathSubject> paths() {
    var subject = group();
    return subject.assessment().candidates().stream()
        .map(
            assessed ->
                new PathSubject(
                    assessed.path(),
                    subject.facts(),
                    subject.trust(),
                    subject.chain().graph(),
                    SearchBudget.standard(),
                    at))
        .toList();
  }

  RenewalReport report() {
    return evaluate(new Recorder(new ArrayList<>()));
  }

  private RenewalReport evaluate(Recorder recorder) {
    List<Rule> rules = new ArrayList<>(Rules.all());
    rules.add(recorder);
    var report =
        new PolicyEngine(rules)
            .evaluate(
                new Evaluation(
                    "pool",
                    chain,
                    null,
                    serverNames,
                    sipDomains,
                    at,
                    List.of(
                        new PhoneFleet(
                            "desk-phones", List.of(group), provisioned, List.of(), null)),
                    firmware.catalogs(),
                    policy,
                    List.of(),
                    List.of()));
    if (!report.problems().isEmpty()) {
      throw new IllegalStateException("the evaluation was held: " + report.problems());
    }
    return report;
  }

  /** Keeps what the engine hands to rules of groups. */
  private record Recorder(List<GroupSubject> seen) implements GroupRule {
    @Override
    public RuleMetadata metadata() {
      return new RuleMetadata(
          "Recorder", "Keeps subjects.", List.of(), Category.FLEET, Severity.NOTICE, List.of());
    }

    @Override
    public boolean appliesTo(GroupSubject subject) {
      seen.add(subject);
      return false;
    }

    @Override
    public List<Observation> check(GroupSubject subject) {
      return List.of();
    }
  }
}
