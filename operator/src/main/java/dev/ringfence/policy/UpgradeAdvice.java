package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareRelease;
import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.catalog.ReleaseVersion;
import dev.ringfence.fleet.FleetGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Firmware upgrades that recover phones: for each group that breaks or is undetermined, the oldest
 * later release with which these phones are judged to work. Each is evaluated before it is given.
 */
final class UpgradeAdvice {
  private final Evaluation evaluation;
  private final ChainEvaluation chain;
  private final Instant at;

  UpgradeAdvice(Evaluation evaluation, ChainEvaluation chain, Instant at) {
    this.evaluation = evaluation;
    this.chain = chain;
    this.at = at;
  }

  List<Advice> advice() {
    Map<String, List<ChainEvaluation.Member>> byTarget = new TreeMap<>();
    for (ChainEvaluation.Member member : chain.members()) {
      if (!works(chain.outcome(member.judge().at(at)))) {
        target(member)
            .ifPresent(t -> byTarget.computeIfAbsent(t, key -> new ArrayList<>()).add(member));
      }
    }
    List<Advice> advice = new ArrayList<>();
    byTarget.forEach(
        (target, members) -> {
          long phones = members.stream().mapToLong(ChainEvaluation.Member::countedPhones).sum();
          List<String> groups =
              members.stream().map(member -> member.group().name()).distinct().sorted().toList();
          advice.add(
              new Advice(
                  "UpgradeFirmware",
                  "Upgrade "
                      + String.join(", ", groups)
                      + " to "
                      + target
                      + " before the renewal: "
                      + phones
                      + (phones == 1 ? " phone then works." : " phones then work."),
                  phones,
                  0));
        });
    return advice;
  }

  private Optional<String> target(ChainEvaluation.Member member) {
    String platform = member.judge().platform();
    String family = member.judge().family();
    Optional<FirmwareVersion> installed = FirmwareVersion.parse(member.group().firmware());
    if (platform == null || family == null || installed.isEmpty()) {
      return Optional.empty();
    }
    for (FirmwareRelease release : evaluation.catalogs().releasesOf(platform, family)) {
      FirmwareVersion version = exact(release);
      if (version != null
          && version.compareTo(installed.get()) > 0
          && works(outcomeOn(member, version))) {
        return Optional.of(version + " (" + release.name() + ")");
      }
    }
    return Optional.empty();
  }

  private Outcome outcomeOn(ChainEvaluation.Member member, FirmwareVersion version) {
    FleetGroup group = member.group();
    FleetGroup upgraded =
        new FleetGroup(
            group.name(),
            group.platform(),
            group.model(),
            version.toString(),
            group.phones(),
            group.site(),
            group.signIn(),
            group.kind(),
            group.lastSeen(),
            group.storedChain());
    return chain.outcome(chain.judge(upgraded, member.provisioned()).at(at));
  }

  private static boolean works(Outcome outcome) {
    return outcome == Outcome.COMPATIBLE || outcome == Outcome.AT_RISK;
  }

  private static @Nullable FirmwareVersion exact(FirmwareRelease release) {
    ReleaseVersion version = release.version();
    return version == null || version.wholeLine() ? null : version.first();
  }
}
