package dev.ringfence.gather;

import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Evaluation;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.PolicyEngine;
import dev.ringfence.policy.Problem;
import dev.ringfence.policy.RenewalReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What gathering came to. */
public sealed interface Gathered {

  /** The report: evaluated, or a Hold with every problem found while gathering. */
  RenewalReport report(PolicyEngine engine);

  /** Whether every input could be had. */
  boolean isComplete();

  /** Everything that the engine needs. */
  record Complete(Evaluation evaluation) implements Gathered {
    @Override
    public RenewalReport report(PolicyEngine engine) {
      return engine.evaluate(evaluation);
    }

    @Override
    public boolean isComplete() {
      return true;
    }
  }

  /**
   * Something is missing or unreadable.
   *
   * @param mode of the policy, Enforce if that is what is missing
   * @param chain null if it could not be had
   * @param problems never empty, in the order of the renewal's fields
   * @param inputs those that could be had
   */
  record Incomplete(
      String renewal,
      Mode mode,
      Instant at,
      @Nullable CertificateChain chain,
      List<Problem> problems,
      List<InputDigest> inputs)
      implements Gathered {
    public Incomplete {
      problems = List.copyOf(problems);
      inputs = List.copyOf(inputs);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("Expected what is missing, found no problem.");
      }
    }

    @Override
    public RenewalReport report(PolicyEngine engine) {
      return RenewalReport.hold(renewal, mode, at, chain, problems, inputs);
    }

    @Override
    public boolean isComplete() {
      return false;
    }
  }
}
