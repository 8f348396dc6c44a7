package dev.ringfence.policy;

import dev.ringfence.path.BuiltPath;
import java.util.ArrayList;
import java.util.List;

/** Findings of one group at one instant, and the paths its builders commit to. */
record Judgement(List<Finding> findings, List<BuiltPath> builtPaths) {
  Judgement {
    findings = distinct(findings);
    builtPaths = List.copyOf(builtPaths);
  }

  /** Sorted; those that are equal stand among those of the same place. */
  private static List<Finding> distinct(List<Finding> findings) {
    if (findings.size() < 2) {
      return List.copyOf(findings);
    }
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Finding.ORDER);
    List<Finding> distinct = new ArrayList<>(sorted.size());
    int place = 0;
    for (Finding finding : sorted) {
      int kept = distinct.size();
      if (kept > 0 && Finding.ORDER.compare(distinct.get(kept - 1), finding) != 0) {
        place = kept;
      }
      if (!distinct.subList(place, kept).contains(finding)) {
        distinct.add(finding);
      }
    }
    return List.copyOf(distinct);
  }

  Outcome outcome() {
    return outcomeOf(findings);
  }

  static Outcome outcomeOf(List<Finding> findings) {
    Outcome worst = Outcome.COMPATIBLE;
    for (Finding finding : findings) {
      Outcome outcome =
          switch (finding.severity()) {
            case ERROR ->
                finding.result() == FindingResult.VIOLATED ? Outcome.BROKEN : Outcome.UNDETERMINED;
            case WARNING -> Outcome.AT_RISK;
            case NOTICE, OFF -> Outcome.COMPATIBLE;
          };
      if (outcome.compareTo(worst) < 0) {
        worst = outcome;
      }
    }
    return worst;
  }
}
