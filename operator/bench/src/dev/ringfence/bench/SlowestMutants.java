package dev.ringfence.bench;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateFormatException;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.AllocationLimit;
import dev.ringfence.testing.Mutants;
import dev.ringfence.testing.Mutants.Damage;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Damages the certificates of a PEM text on standard input and lists the damaged ones that take
 * longest to read and, where that succeeds, to verify with their own key.
 */
public final class SlowestMutants {
  private static final long SEED = 20261123;
  private static final int LISTED = 10;
  private static final int ROUNDS = 3;
  private static final int REPETITIONS = 5;

  private final CertificateParser parser = new CertificateParser(ParserLimits.parser());
  private final PriorityQueue<Measured> slowest =
      new PriorityQueue<>(Comparator.comparingLong(Measured::nanoseconds));
  private int tried;

  private SlowestMutants() {}

  /**
   * One input.
   *
   * @param nanoseconds the shortest of several runs
   * @param allocated in bytes, by the last run
   */
  private record Measured(
      long nanoseconds, long allocated, int bytes, Damage damage, boolean read, String sha256) {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    List<Certificate> originals =
        new CertificateParser(ParserLimits.pool())
            .parse(System.in.readAllBytes(), "standard input");
    SlowestMutants program = new SlowestMutants();
    program.measure(originals.subList(0, Math.min(originals.size(), 200)));
    program.slowest.clear();
    program.tried = 0;
    program.measure(originals);
    program.print(System.out);
  }

  private void measure(List<Certificate> originals) {
    Mutants mutants = new Mutants(SEED);
    for (Certificate original : originals) {
      for (int round = 0; round < ROUNDS; round++) {
        for (Damage damage : Damage.values()) {
          keep(measure(mutants.of(original.encoded(), damage), damage, original.sha256()));
        }
      }
    }
  }

  private Measured measure(byte[] mutant, Damage damage, String sha256) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < REPETITIONS; i++) {
      long start = System.nanoTime();
      readAndVerify(mutant);
      least = Math.min(least, System.nanoTime() - start);
    }
    long allocated = AllocationLimit.allocatedBy(() -> readAndVerify(mutant));
    tried++;
    return new Measured(least, allocated, mutant.length, damage, readAndVerify(mutant), sha256);
  }

  /** Whether it can be read. */
  private boolean readAndVerify(byte[] mutant) {
    try {
      Certificate certificate = parser.parse(mutant, "mutant").get(0);
      new SignatureVerifier().verify(certificate, certificate.publicKey());
      return true;
    } catch (CertificateFormatException e) {
      return false;
    }
  }

  private void keep(Measured measured) {
    slowest.add(measured);
    if (slowest.size() > LISTED) {
      slowest.remove();
    }
  }

  private void print(PrintStream out) {
    out.printf("%,d damaged certificates, the slowest first:%n", tried);
    slowest.stream()
        .sorted(Comparator.comparingLong(Measured::nanoseconds).reversed())
        .forEach(
            one ->
                out.printf(
                    "%8.3f ms %,9d bytes allocated %,6d bytes %-14s %-7s of %s%n",
                    one.nanoseconds / 1e6,
                    one.allocated,
                    one.bytes,
                    one.damage,
                    one.read ? "read" : "refused",
                    one.sha256));
  }
}
