package dev.ringfence.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How phones fare after a change, against how they fare now.
 *
 * @param recovered Broken or Undetermined now, and not after it
 * @param lost newly Broken or Undetermined after it
 * @param eased still Broken or Undetermined after it, and for fewer reasons
 * @param profiles what the path builders say of these groups, sorted
 * @param verdict after the change, before approvals; null if nothing was evaluated
 */
public record Effect(
    List<AdvisedGroup> recovered,
    List<AdvisedGroup> lost,
    List<AdvisedGroup> eased,
    List<ProfileVerdict> profiles,
    @Nullable Verdict verdict) {
  static final Effect NOT_EVALUATED = new Effect(List.of(), List.of(), List.of(), List.of(), null);

  public Effect {
    recovered = recovered.stream().sorted(AdvisedGroup.ORDER).toList();
    lost = lost.stream().sorted(AdvisedGroup.ORDER).toList();
    eased = eased.stream().sorted(AdvisedGroup.ORDER).toList();
    profiles = profiles.stream().sorted(ProfileVerdict.ORDER).toList();
  }

  /** Of the same groups with two inputs. */
  static Effect between(Standing before, Standing after) {
    List<AdvisedGroup> recovered = new ArrayList<>();
    List<AdvisedGroup> lost = new ArrayList<>();
    List<AdvisedGroup> eased = new ArrayList<>();
    Map<String, ProfileVerdict> profiles = new TreeMap<>();
    for (int i = 0; i < before.size(); i++) {
      Standing.Change change = before.change(i, after);
      if (change == Standing.Change.NONE) {
        continue;
      }
      switch (change) {
        case RECOVERED -> recovered.add(advised(i, before, after));
        case LOST -> lost.add(advised(i, before, after));
        default -> eased.add(advised(i, before, after));
      }
      for (ProfileVerdict verdict : verdicts(i, before, after)) {
        profiles.merge(
            verdict.profile() + "|" + verdict.before() + "|" + verdict.after(),
            verdict,
            (one, other) ->
                new ProfileVerdict(
                    one.profile(), one.before(), one.after(), one.phones() + other.phones()));
      }
    }
    return new Effect(recovered, lost, eased, List.copyOf(profiles.values()), after.verdict());
  }

  private static AdvisedGroup advised(int i, Standing before, Standing after) {
    Set<String> remaining = after.errors(i);
    Set<String> settled = before.errors(i);
    settled.removeAll(remaining);
    ChainEvaluation.Member member = before.member(i);
    return new AdvisedGroup(
        member.fleet(),
        member.group(),
        before.outcome(i),
        after.outcome(i),
        List.copyOf(settled),
        List.copyOf(remaining));
  }

  /** Profiles that both have; a builder with two answers is given with its first that differs. */
  private static List<ProfileVerdict> verdicts(int i, Standing before, Standing after) {
    Map<String, ProfileVerdict> byProfile = new TreeMap<>();
    long phones = before.member(i).group().phones();
    for (var old : before.answers(i).entrySet()) {
      List<ProfileVerdict.Answer> renewed = after.answers(i).getOrDefault(old.getKey(), List.of());
      for (int k = 0; k < Math.min(old.getValue().size(), renewed.size()); k++) {
        ProfileVerdict verdict =
            new ProfileVerdict(old.getKey(), old.getValue().get(k), renewed.get(k), phones);
        ProfileVerdict kept = byProfile.get(old.getKey());
        if (kept == null || kept.before().equals(kept.after())) {
          byProfile.put(old.getKey(), verdict);
        }
      }
    }
    return List.copyOf(byProfile.values());
  }
}
