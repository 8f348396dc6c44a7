package dev.ringfence.bench;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.pki.StoredCertificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One chain against twenty dated trust stores, and what its parts cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StoreBenchmark {
  private StoreTrial trial = new StoreTrial(Examples.chain());
  private List<Certificate> served = List.of();
  private StoreTrial.OneStore rfc5280 = trial.oneStore("rfc5280");
  private StoreTrial.OneStore servedOrder = trial.oneStore("served-order");
  private int next;

  /** Parsed once for the benchmark that verifies only. */
  @Setup
  public void parse() {
    trial = new StoreTrial(Examples.chain());
    served = trial.served();
    rfc5280 = trial.oneStore("rfc5280");
    servedOrder = trial.oneStore("served-order");
  }

  /** One more firmware: a path is built and validated, all signatures are known. */
  @Benchmark
  public boolean oneMoreStore() {
    return rfc5280.accepts(next++ & 0xfff);
  }

  /** The same by a builder that follows the served order. */
  @Benchmark
  public boolean oneMoreStoreServedOrder() {
    return servedOrder.accepts(next++ & 0xfff);
  }

  /** The chain is parsed, the stores are held in memory. */
  @Benchmark
  public List<Boolean> chainAfresh() {
    return trial.chainAfresh();
  }

  /** The stores are filled from bytes; of their roots those are read that a path comes to. */
  @Benchmark
  public List<Boolean> storesAfresh() {
    return trial.storesAfresh();
  }

  /** The chain and every root of the stores are read in full. */
  @Benchmark
  public List<Boolean> everythingAfresh() {
    return trial.everythingAfresh();
  }

  /** The share of the chain's PEM text in the above. */
  @Benchmark
  public List<Certificate> parseChain() {
    return trial.served();
  }

  /** The share of the roots' DER where only their subjects are looked for. */
  @Benchmark
  public List<StoredCertificate> storedRoots() {
    return trial.storedRoots();
  }

  /** The share of the roots' DER where all of it is read. */
  @Benchmark
  public List<StoredCertificate> readRoots() {
    return trial.readRoots();
  }

  /** The one signature inside the chain, as the least that any answer costs. */
  @Benchmark
  public SignatureVerifier.Result verifyOneSignature() {
    return new SignatureVerifier().verify(served.get(0), served.get(1).publicKey());
  }
}
