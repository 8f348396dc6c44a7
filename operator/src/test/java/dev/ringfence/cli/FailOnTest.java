package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.PhoneCounts;
import dev.ringfence.policy.Problem;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import dev.ringfence.testing.TestPki;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of exit codes, for every verdict and gate that can occur together. */
class FailOnTest {

  @ParameterizedTest
  @CsvSource({
    "ALLOW, OPEN, ENFORCE, 0, 0",
    "ALLOW, OPEN, OBSERVE, 0, 0",
    "WARN, OPEN, ENFORCE, 0, 1",
    "WARN, OPEN, OBSERVE, 0, 1",
    "BLOCK, CLOSED, ENFORCE, 1, 1",
    "BLOCK, OPEN, OBSERVE, 0, 0",
    "BLOCK, OPEN, ENFORCE, 0, 0", // approved
    "HOLD, CLOSED, ENFORCE, 3, 3",
    "HOLD, CLOSED, OBSERVE, 3, 3",
  })
  void exitCodes(Verdict verdict, Gate gate, Mode mode, int onBlock, int onWarn) {
    RenewalReport report = report(verdict, gate, mode);

    assertThat(FailOn.BLOCK.exitCode(report)).isEqualTo(onBlock);
    assertThat(FailOn.WARN.exitCode(report)).isEqualTo(onWarn);
  }

  private static RenewalReport report(Verdict verdict, Gate gate, Mode mode) {
    List<Problem> problems =
        verdict == Verdict.HOLD
            ? List.of(new Problem("NoPhones", "Expected phones, found none.", false))
            : List.of();
    return new RenewalReport(
        "pool",
        verdict,
        gate,
        mode,
        TestPki.NOW,
        null,
        new PhoneCounts(0, 0, 0, 0, 0),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        problems,
        List.of(),
        null,
        null,
        List.of());
  }
}
