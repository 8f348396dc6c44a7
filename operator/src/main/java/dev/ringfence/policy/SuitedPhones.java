package dev.ringfence.policy;

import dev.ringfence.path.BuiltPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which served chains suit which phones in use: the chain that suits most of them, then the one
 * that suits most of the others, and so on.
 */
final class SuitedPhones {
  private static final int MAX_SHARES = 4;

  private final Standing now;
  private final List<Share> shares = new ArrayList<>();
  private final Set<Integer> unsuited = new TreeSet<>();

  /**
   * A chain and all groups that it suits.
   *
   * @param trial null: the chain as it is
   */
  record Share(ServedChainSearch.@Nullable Trial trial, Set<Integer> groups, long phones) {
    Share {
      groups = Set.copyOf(groups);
    }
  }

  SuitedPhones(Standing now, ServedChainSearch search) {
    this.now = now;
    List<Share> chains = new ArrayList<>();
    chains.add(share(null, now));
    search.best().ifPresent(best -> chains.add(share(best, best.standing())));
    search.trials().stream()
        .sorted(Comparator.comparing(ServedChainSearch.Trial::edit, SuitedPhones::smaller))
        .forEach(trial -> chains.add(share(trial, trial.standing())));

    Set<Integer> left = new TreeSet<>();
    IntStream.range(0, now.size())
        .filter(i -> now.member(i).countedPhones() > 0)
        .forEach(left::add);
    while (shares.size() < MAX_SHARES) {
      Share most = chains.get(0);
      for (Share chain : chains) {
        if (phonesOf(chain, left) > phonesOf(most, left)) {
          most = chain;
        }
      }
      if (phonesOf(most, left) == 0) {
        break;
      }
      shares.add(most);
      left.removeAll(most.groups());
    }
    chains.forEach(chain -> left.removeAll(chain.groups()));
    left.stream().filter(now::servable).forEach(unsuited::add);
  }

  /** Whether the phones that some chain could suit are not all suited by one. */
  boolean divided() {
    return shares.size() > 1 || !unsuited.isEmpty();
  }

  List<Share> shares() {
    return List.copyOf(shares);
  }

  /** Groups that hold an anchor for a usable path, and whose builders find it with no chain. */
  Set<Integer> unsuited() {
    return Set.copyOf(unsuited);
  }

  long phones(Set<Integer> groups) {
    return groups.stream().mapToLong(i -> now.member(i).countedPhones()).sum();
  }

  /** Names of the groups, and their path builders. */
  String describe(Set<Integer> groups) {
    Set<String> names = new TreeSet<>();
    Set<String> builders = new TreeSet<>();
    for (int i : groups) {
      names.add(now.member(i).group().name());
      now.judgement(i).builtPaths().stream().map(BuiltPath::profile).forEach(builders::add);
    }
    return AdviceText.names(names)
        + (builders.isEmpty() ? "" : "; path builders " + String.join(", ", builders));
  }

  private Share share(ServedChainSearch.@Nullable Trial trial, Standing standing) {
    Set<Integer> works = new TreeSet<>();
    IntStream.range(0, standing.size())
        .filter(i -> standing.works(i) && now.member(i).countedPhones() > 0)
        .forEach(works::add);
    return new Share(trial, works, phones(works));
  }

  private long phonesOf(Share chain, Set<Integer> left) {
    return chain.groups().stream()
        .filter(left::contains)
        .mapToLong(i -> now.member(i).countedPhones())
        .sum();
  }

  private static int smaller(ServedEdit one, ServedEdit other) {
    return Integer.compare(one.changes(), other.changes());
  }
}
