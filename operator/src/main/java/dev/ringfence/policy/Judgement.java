package dev.ringfence.policy;

import dev.ringfence.path.BuiltPath;
import java.util.List;

/** Findings of one group at one instant, and the paths its builders commit to. */
record Judgement(List<Finding> findings, List<BuiltPath> builtPaths) {
  Judgement {
    findings =
        findings.size() > 1
            ? findings.stream().distinct().sorted(Finding.ORDER).toList()
            : List.copyOf(findings);
    builtPaths = List.copyOf(builtPaths);
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
