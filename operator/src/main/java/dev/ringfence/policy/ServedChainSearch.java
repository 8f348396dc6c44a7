package dev.ringfence.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Evaluates every served chain of a bounded set with all rules, and remembers how the phones fare
 * with it. Single changes come first; pairs only where those leave phones that some path could
 * serve.
 */
final class ServedChainSearch {
  /** Chains that are evaluated at most. */
  static final int MAX_CHAINS = 64;

  private final Evaluation evaluation;
  private final Workbench workbench;
  private final Standing now;
  private final ServedChains chains;
  private final List<Trial> trials = new ArrayList<>();

  /**
   * A served chain that was evaluated.
   *
   * @param phones that work with it, in use
   * @param recovered phones in use
   * @param spare phones recovered that are not in use
   * @param eased phones, in use or not
   * @param compatible phones in use without any warning
   * @param loses whether any group is worse off
   */
  record Trial(
      ServedEdit edit,
      Standing standing,
      long phones,
      long recovered,
      long spare,
      long eased,
      long compatible,
      int gaps,
      boolean loses) {
    /** Most phones recovered first; of equal ones the smallest and tidiest change. */
    static final Comparator<Trial> BEST_FIRST =
        Comparator.comparingLong((Trial trial) -> -trial.recovered)
            .thenComparingLong(trial -> -trial.spare)
            .thenComparingLong(trial -> -trial.eased)
            .thenComparingLong(trial -> -trial.compatible)
            .thenComparingInt(trial -> trial.edit.changes())
            .thenComparingInt(Trial::gaps)
            .thenComparingInt(trial -> trial.edit.added().size())
            .thenComparing(trial -> trial.edit.chain().sha256());

    boolean helps() {
      return recovered + spare + eased > 0;
    }
  }

  ServedChainSearch(Evaluation evaluation, Workbench workbench, Standing now) {
    this.evaluation = evaluation;
    this.workbench = workbench;
    this.now = now;
    this.chains = new ServedChains(evaluation.chain(), now.chain().graph(), now.chain().known());
    List<Integer> servable = IntStream.range(0, now.size()).filter(now::servable).boxed().toList();
    evaluate(chains.single());
    Optional<Trial> best = best();
    if (!servable.stream().allMatch(i -> best.filter(b -> b.standing().works(i)).isPresent())) {
      evaluate(chains.pairs());
    }
  }

  /** In the order in which they were evaluated. */
  List<Trial> trials() {
    return List.copyOf(trials);
  }

  /** What helps most without making any group worse off. */
  Optional<Trial> best() {
    return trials.stream().filter(trial -> trial.helps() && !trial.loses()).min(Trial.BEST_FIRST);
  }

  private void evaluate(List<ServedEdit> edits) {
    edits.stream()
        .limit(Math.max(0, MAX_CHAINS - trials.size()))
        .flatMap(edit -> trial(edit).stream())
        .forEach(trials::add);
  }

  /**
   * Empty if a rule cannot judge it: then it is no advice, and the chain in hand has been judged.
   */
  private Optional<Trial> trial(ServedEdit edit) {
    try {
      return Optional.of(trial(edit, Standing.of(evaluation.serving(edit.chain()), workbench)));
    } catch (RuleFailedException e) {
      return Optional.empty();
    }
  }

  private Trial trial(ServedEdit edit, Standing then) {
    long recovered = 0;
    long spare = 0;
    long eased = 0;
    boolean loses = false;
    for (int i = 0; i < now.size(); i++) {
      long inUse = now.member(i).countedPhones();
      long all = now.member(i).group().phones();
      switch (now.change(i, then)) {
        case RECOVERED -> {
          recovered += inUse;
          spare += all - inUse;
        }
        case EASED -> eased += all;
        case LOST -> loses = true;
        case NONE -> {}
      }
    }
    long compatible = then.phones(Outcome.COMPATIBLE);
    return new Trial(
        edit,
        then,
        compatible + then.phones(Outcome.AT_RISK),
        recovered,
        spare,
        eased,
        compatible,
        chains.gaps(edit.chain().certificates()),
        loses);
  }
}
