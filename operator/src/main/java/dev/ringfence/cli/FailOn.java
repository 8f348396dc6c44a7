package dev.ringfence.cli;

import dev.ringfence.policy.Gate;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;

/** From which verdict on {@code check} fails. */
enum FailOn {
  BLOCK,
  WARN;

  int exitCode(RenewalReport report) {
    if (report.verdict() == Verdict.HOLD) {
      return ExitCode.HOLD;
    }
    boolean failed =
        report.gate() == Gate.CLOSED || (this == WARN && report.verdict() == Verdict.WARN);
    return failed ? ExitCode.FAILED : ExitCode.OK;
  }
}
