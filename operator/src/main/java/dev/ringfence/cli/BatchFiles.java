package dev.ringfence.cli;

import dev.ringfence.cases.CaseFormatException;
import dev.ringfence.cases.CaseResolver;
import dev.ringfence.cases.CaseRun;
import dev.ringfence.cases.CertificatePool;
import dev.ringfence.cases.TrustStoreNames;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The files of a batch: cases, the pool of certificates, and trust stores by name. */
final class BatchFiles {
  private static final int MAX_STORE_BYTES = 64 << 20;

  private final CommandEnvironment environment;
  private final BatchOptions options;

  BatchFiles(CommandEnvironment environment, BatchOptions options) {
    this.environment = environment;
    this.options = options;
  }

  /** Returns the exit code. */
  int answer(String cases) throws IOException {
    refuseTwoReaders(cases);
    SortedMap<String, List<String>> stores = stores(options.trustStores);
    CertificatePool pool = pool();
    CaseRun run = new CaseRun(pool, new CaseResolver(pool, stores));
    InputFile file = InputFile.of(environment, "--batch", cases, "one JSON object a line");
    try (InputStream in = file.open()) {
      run.run(in, new StandardOutput(environment));
    } catch (StandardOutput.ClosedException e) {
      return ExitCode.HOLD; // Nobody reads on, so there is nobody to tell.
    } catch (IOException e) {
      throw new UnreadableException(
          "%s cannot be read to its end (%s).".formatted(file, e.getMessage()), e);
    }
    if (run.refused() > 0) {
      environment.say(
          "%,d lines were answered, %,d could not be; each of these is told in its place."
              .formatted(run.answered(), run.refused()));
      return ExitCode.UNREADABLE;
    }
    return ExitCode.OK;
  }

  private void refuseTwoReaders(String cases) {
    List<String> files = new ArrayList<>(options.certificates);
    files.add(cases);
    if (options.trustStores != null) {
      files.add(options.trustStores);
    }
    StandardInput.refuseTwoReaders(files);
  }

  private CertificatePool pool() {
    if (options.certificates.isEmpty()) {
      throw new UnreadableException(
          "--certificates is missing; expected a file with the certificates that the cases name.");
    }
    ParserLimits limits = ParserLimits.pool();
    List<Certificate> all = new ArrayList<>();
    for (String file : options.certificates) {
      all.addAll(CertificateFile.read(environment, "--certificates", file, limits));
      if (all.size() > limits.maxCertificates()) {
        throw new UnreadableException(
            "The files (--certificates) hold more than %,d certificates together, which is the limit."
                .formatted(limits.maxCertificates()));
      }
    }
    return new CertificatePool(all, new SignatureVerifier());
  }

  private SortedMap<String, List<String>> stores(@Nullable String name) {
    if (name == null) {
      return Collections.emptySortedMap();
    }
    InputFile file =
        InputFile.of(environment, "--trust-stores", name, "trust stores as a JSON object");
    byte[] content = file.bytes(MAX_STORE_BYTES);
    try {
      return TrustStoreNames.read(content);
    } catch (CaseFormatException e) {
      throw new UnreadableException("%s cannot be read: %s.".formatted(file, e.sentence()), e);
    }
  }
}
