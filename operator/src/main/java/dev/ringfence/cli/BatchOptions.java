package dev.ringfence.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of {@code verify} that put many questions. */
final class BatchOptions {
  @Option(
      names = "--batch",
      paramLabel = "FILE|-",
      description = "Many cases, one JSON object a line, answered by one line each.")
  @Nullable String cases;

  @Option(
      names = "--certificates",
      paramLabel = "FILE",
      description =
          "With --batch: every certificate that the cases name by its SHA-256. Repeatable.")
  List<String> certificates = new ArrayList<>();

  @Option(
      names = "--trust-stores",
      paramLabel = "FILE",
      description = "With --batch: trust stores by name, {\"name\": [\"sha256\", ...]}.")
  @Nullable String trustStores;
}
