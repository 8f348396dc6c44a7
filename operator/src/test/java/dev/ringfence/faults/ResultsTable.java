package dev.ringfence.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The results of a run, as Markdown: a row for each fault, a column for each scenario. */
final class ResultsTable {
  private static final Path FILE = Path.of("target", "faults.md");

  private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
  private final Set<String> columns = new TreeSet<>();

  void passed(FaultMatrix.Cell cell, Duration recovery) {
    put(cell, String.format(Locale.ROOT, "%.1f", recovery.toMillis() / 1000.0));
  }

  void failed(FaultMatrix.Cell cell) {
    put(cell, "**failed**");
  }

  private void put(FaultMatrix.Cell cell, String result) {
    columns.add(cell.scenario().name());
    rows.computeIfAbsent(cell.plan().name(), name -> new LinkedHashMap<>())
        .put(cell.scenario().name(), result);
  }

  void write() {
    StringBuilder text = new StringBuilder("| fault | ").append(String.join(" | ", columns));
    text.append(" |\n|---").append("|---:".repeat(columns.size())).append("|\n");
    rows.forEach(
        (fault, results) -> {
          text.append("| ").append(fault);
          columns.forEach(column -> text.append(" | ").append(results.getOrDefault(column, "")));
          text.append(" |\n");
        });
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
