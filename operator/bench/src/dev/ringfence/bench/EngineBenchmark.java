package dev.ringfence.bench;

import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.policy.Explanation;
import dev.ringfence.policy.RenewalReport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine against the signatures it cannot do without. Differences of rows are what one more
 * costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class EngineBenchmark {
  /** Firmwares, groups on each, profiles of each. */
  @Param({
    "20/1/rfc5280",
    "220/1/rfc5280",
    "20/11/rfc5280",
    "20/1/rfc5280,served-order",
    "1000/1/rfc5280"
  })
  public String fleet = "20/1/rfc5280";

  private EngineTrial trial = new EngineTrial(1, 1, List.of("rfc5280"));

  /** Reads the catalogs, which is not measured here. */
  @Setup
  public void prepare() {
    String[] parts = fleet.split("/", -1);
    trial =
        new EngineTrial(
            Integer.parseInt(parts[0]),
            Integer.parseInt(parts[1]),
            List.of(parts[2].split(",", -1)));
  }

  /** The report: outcomes, findings, calendar, advice. */
  @Benchmark
  public RenewalReport evaluate() {
    return trial.evaluate();
  }

  /** Every path of every firmware with its findings. */
  @Benchmark
  public Explanation explain() {
    return trial.explain();
  }

  /** The same with every signature remembered: what the engine adds by itself. */
  @Benchmark
  public Explanation explainAgain() {
    return trial.explainAgain();
  }

  /**
   * Likewise, by two threads with one engine; the time is that of one explanation on its thread.
   */
  @Benchmark
  @Threads(2)
  public Explanation explainAgainOnTwoThreads() {
    return trial.explainAgain();
  }

  /** The signatures from the end entity to the root, each once. */
  @Benchmark
  public Set<SignatureVerifier.Result> signaturesAlone() {
    return trial.verifySignatures();
  }
}
