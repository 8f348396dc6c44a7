package dev.ringfence.policy;

import java.util.List;

/** How phones fare with the new chain against how they fare with the current one. */
final class Comparison {
  private Comparison() {}

  /** Outcomes in the order of the members, which both chains share. */
  static Changes of(
      List<ChainEvaluation.Member> members, List<Outcome> current, List<Outcome> renewed) {
    long regressed = 0;
    long recovered = 0;
    long stillBroken = 0;
    long stillCompatible = 0;
    long unclear = 0;
    for (int i = 0; i < members.size(); i++) {
      long phones = members.get(i).countedPhones();
      Outcome before = current.get(i);
      Outcome after = renewed.get(i);
      if (before == Outcome.UNDETERMINED || after == Outcome.UNDETERMINED) {
        unclear += phones;
      } else if (before == Outcome.BROKEN) {
        if (after == Outcome.BROKEN) {
          stillBroken += phones;
        } else {
          recovered += phones;
        }
      } else if (after == Outcome.BROKEN) {
        regressed += phones;
      } else {
        stillCompatible += phones;
      }
    }
    return new Changes(regressed, recovered, stillBroken, stillCompatible, unclear);
  }
}
