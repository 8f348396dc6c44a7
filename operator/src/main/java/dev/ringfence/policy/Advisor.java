package dev.ringfence.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that would repair the phones that fail: what helps all of them first, most phones
 * first; then what suits some; then what could not be evaluated. Asks nothing while all work.
 */
final class Advisor {
  private final Evaluation evaluation;
  private final Workbench workbench;
  private final Standing now;

  Advisor(Evaluation evaluation, Workbench workbench, Standing now) {
    this.evaluation = evaluation;
    this.workbench = workbench;
    this.now = now;
  }

  List<Advice> advice() {
    if (IntStream.range(0, now.size()).allMatch(now::works)) {
      return List.of();
    }
    ServedChainAdvice served =
        new ServedChainAdvice(now, new ServedChainSearch(evaluation, workbench, now));
    List<Advice> advice = new ArrayList<>(served.forAll());
    advice.addAll(new UpgradeAdvice(evaluation, workbench, now).advice());
    advice.addAll(new PushedTrustAdvice(evaluation, workbench, now).advice());
    advice.sort(
        Comparator.comparingLong((Advice one) -> -one.phonesRecovered())
            .thenComparingLong(one -> -one.phonesEased())
            .thenComparing(Advice::kind));
    advice.addAll(served.forSome());
    advice.addAll(new ReissueAdvice(evaluation, now).advice());
    return advice;
  }
}
