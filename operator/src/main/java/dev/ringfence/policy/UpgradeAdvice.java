package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareRelease;
import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.catalog.ReleaseVersion;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.PhoneTraits;
import dev.ringfence.fleet.ProvisionedTrust;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The smallest set of firmware upgrades that ends the block, or all that help where none does. The
 * fleets with these upgrades are evaluated before it is given.
 */
final class UpgradeAdvice {
  private final Evaluation evaluation;
  private final Workbench workbench;
  private final Standing now;
  private final Map<Upgraded, List<FirmwareRelease>> working = new HashMap<>();

  /** Phones that are judged on every release once, whatever they run now. */
  private record Upgraded(
      String platform, String family, PhoneTraits traits, ProvisionedTrust provisioned) {}

  /** A group that fails, and its build. */
  private record Failing(int index, String platform, String family, FirmwareVersion from) {
    String build() {
      return String.join("/", platform, family, from.toString());
    }
  }

  UpgradeAdvice(Evaluation evaluation, Workbench workbench, Standing now) {
    this.evaluation = evaluation;
    this.workbench = workbench;
    this.now = now;
  }

  List<Advice> advice() {
    List<UpgradeOption> options = options();
    if (options.isEmpty()) {
      return List.of();
    }
    List<UpgradeOption> wave =
        new UpgradeWave(
                evaluation.policy(),
                now.phones(Outcome.BROKEN),
                now.phones(Outcome.UNDETERMINED),
                options,
                options.stream().filter(this::required).toList())
            .smallest();
    List<UpgradeOption> chosen = wave.isEmpty() ? options : wave;
    Map<Integer, FirmwareRelease> releases = releases(chosen);
    Effect effect =
        Effect.between(now, Standing.of(evaluation.judging(upgraded(releases)), workbench));
    if (effect.recovered().isEmpty() || !effect.lost().isEmpty()) {
      return List.of();
    }
    List<FirmwareUpgrade> upgrades = upgrades(chosen, releases);
    return List.of(
        new Advice(
            AdviceKind.UPGRADE_FIRMWARE,
            "Before the renewal, upgrade "
                + upgrades.stream().map(UpgradeAdvice::describe).collect(Collectors.joining("; "))
                + ": "
                + AdviceText.effect(effect),
            null,
            upgrades,
            null,
            List.of(),
            effect));
  }

  private List<UpgradeOption> options() {
    Map<String, List<Failing>> byBuild = new TreeMap<>();
    for (Failing failing : failing()) {
      if (!releases(failing).isEmpty()) {
        byBuild.computeIfAbsent(failing.build(), build -> new ArrayList<>()).add(failing);
      }
    }
    return byBuild.values().stream().map(this::option).sorted(UpgradeOption.ORDER).toList();
  }

  private UpgradeOption option(List<Failing> ofBuild) {
    Failing first = ofBuild.get(0);
    Map<Integer, List<FirmwareRelease>> members = new HashMap<>();
    Map<Outcome, Long> phones = new EnumMap<>(Outcome.class);
    for (Failing failing : ofBuild) {
      members.put(failing.index(), releases(failing));
      phones.merge(
          now.outcome(failing.index()), now.member(failing.index()).countedPhones(), Long::sum);
    }
    return new UpgradeOption(
        first.platform(),
        first.family(),
        first.from(),
        members,
        phones.getOrDefault(Outcome.BROKEN, 0L),
        phones.getOrDefault(Outcome.UNDETERMINED, 0L));
  }

  /** The oldest firmware first. */
  private List<Failing> failing() {
    List<Failing> failing = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      ChainEvaluation.Member member = now.member(i);
      String platform = member.judge().platform();
      String family = member.judge().family();
      FirmwareVersion from = FirmwareVersion.parse(member.group().firmware()).orElse(null);
      if (!now.works(i) && platform != null && family != null && from != null) {
        failing.add(new Failing(i, platform, family, from));
      }
    }
    failing.sort(Comparator.comparing(Failing::from));
    return failing;
  }

  /** The later releases on which the group works, oldest first. */
  private List<FirmwareRelease> releases(Failing failing) {
    ChainEvaluation.Member member = now.member(failing.index());
    List<FirmwareRelease> all =
        working.computeIfAbsent(
            new Upgraded(
                failing.platform(),
                failing.family(),
                member.group().traits().running(""),
                member.provisioned()),
            phones -> working(phones, failing.from()));
    int first = 0;
    while (first < all.size()
        && Objects.requireNonNull(exact(all.get(first))).compareTo(failing.from()) <= 0) {
      first++;
    }
    return all.subList(first, all.size());
  }

  /** The releases after one on which such phones work, oldest first. */
  private List<FirmwareRelease> working(Upgraded phones, FirmwareVersion lowest) {
    List<FirmwareRelease> releases = new ArrayList<>();
    for (FirmwareRelease release :
        evaluation.catalogs().releasesOf(phones.platform(), phones.family())) {
      FirmwareVersion version = exact(release);
      if (version != null && version.compareTo(lowest) > 0) {
        GroupJudge judge =
            now.chain().judge(phones.traits().running(version.toString()), phones.provisioned());
        if (Standing.works(now.chain().outcome(judge.at(evaluation.at())))) {
          releases.add(release);
        }
      }
    }
    return releases;
  }

  private boolean required(UpgradeOption option) {
    return option.members().keySet().stream()
        .anyMatch(
            i ->
                now.outcome(i) == Outcome.BROKEN
                    && now.member(i).countedPhones() > 0
                    && evaluation
                        .policy()
                        .protectedGroups()
                        .contains(now.member(i).group().name()));
  }

  private static Map<Integer, FirmwareRelease> releases(List<UpgradeOption> options) {
    Map<Integer, FirmwareRelease> chosen = new TreeMap<>();
    options.stream()
        .collect(Collectors.groupingBy(option -> option.platform() + "/" + option.family()))
        .values()
        .forEach(ofFamily -> chosen.putAll(UpgradeOption.releases(ofFamily)));
    return chosen;
  }

  /** The fleets with the firmware that the phones would have. */
  private List<PhoneFleet> upgraded(Map<Integer, FirmwareRelease> releases) {
    IdentityHashMap<FleetGroup, FleetGroup> renewed = new IdentityHashMap<>();
    releases.forEach(
        (i, release) ->
            renewed.put(
                now.member(i).group(),
                now.member(i).group().running(Objects.requireNonNull(exact(release)).toString())));
    return evaluation.fleets().stream()
        .map(
            fleet ->
                new PhoneFleet(
                    fleet.name(),
                    fleet.groups().stream().map(g -> renewed.getOrDefault(g, g)).toList(),
                    fleet.provisionedTrust(),
                    fleet.excluded(),
                    fleet.observedAt()))
        .toList();
  }

  private List<FirmwareUpgrade> upgrades(
      List<UpgradeOption> options, Map<Integer, FirmwareRelease> releases) {
    List<FirmwareUpgrade> upgrades = new ArrayList<>();
    for (UpgradeOption option : options) {
      Map<FirmwareRelease, List<ChainEvaluation.Member>> members = new HashMap<>();
      for (int i : option.members().keySet()) {
        members.computeIfAbsent(releases.get(i), release -> new ArrayList<>()).add(now.member(i));
      }
      members.forEach((release, on) -> upgrades.add(upgrade(option, release, on)));
    }
    return upgrades.stream().sorted(FirmwareUpgrade.ORDER).toList();
  }

  private FirmwareUpgrade upgrade(
      UpgradeOption option, FirmwareRelease release, List<ChainEvaluation.Member> members) {
    FirmwareVersion to = Objects.requireNonNull(exact(release));
    return new FirmwareUpgrade(
        option.platform(),
        option.family(),
        option.from(),
        to,
        release.name(),
        via(option, to),
        members.stream().mapToLong(ChainEvaluation.Member::countedPhones).sum(),
        members.stream().map(member -> member.group().name()).distinct().sorted().toList());
  }

  private @Nullable FirmwareVersion via(UpgradeOption option, FirmwareVersion to) {
    return evaluation.catalogs().upgradesOf(option.platform(), option.family()).stream()
        .filter(step -> step.from() == null || option.from().compareTo(step.from()) < 0)
        .map(step -> step.via())
        .filter(Objects::nonNull)
        .filter(via -> option.from().compareTo(via) < 0 && via.compareTo(to) < 0)
        .findFirst()
        .orElse(null);
  }

  private static String describe(FirmwareUpgrade upgrade) {
    return upgrade.family()
        + " "
        + upgrade.from()
        + " to "
        + upgrade.to()
        + " ("
        + upgrade.release()
        + ")"
        + (upgrade.via() == null ? "" : " by way of " + upgrade.via());
  }

  private static @Nullable FirmwareVersion exact(FirmwareRelease release) {
    ReleaseVersion version = release.version();
    return version == null || version.wholeLine() ? null : version.first();
  }
}
