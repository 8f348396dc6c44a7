package dev.ringfence.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.metrics.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The tables of operator.md say what the program has. */
class OperatorPageTest {
  private static final Pattern VARIABLE = Pattern.compile("RINGFENCE_[A-Z_]+");

  private final List<String> lines = Files.readAllLines(Path.of("docs", "operator.md"));

  OperatorPageTest() throws IOException {}

  @Test
  void everyFlagIsThereWithItsVariable() {
    List<String> flags =
        CommandLine.Model.CommandSpec.forAnnotatedObject(new OperatorFlags()).options().stream()
            .map(option -> "| `%s` | `%s` |".formatted(option.longestName(), variable(option)))
            .toList();

    assertThat(rows("| `--")).containsExactlyInAnyOrderElementsOf(flags);
  }

  @Test
  void everyMetricIsThereWithItsLabels() {
    assertThat(lines.stream().filter(line -> line.startsWith("| `ringfence_")))
        .containsExactlyInAnyOrderElementsOf(
            Meter.ALL.stream()
                .map(
                    meter ->
                        "| `%s` | %s | %s |"
                            .formatted(
                                meter.name(),
                                meter.labels().stream()
                                    .map(label -> "`" + label + "`")
                                    .collect(Collectors.joining(", ")),
                                meter.help()))
                .toList());
  }

  /** The first two cells of each row that starts so. */
  private List<String> rows(String start) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> Arrays.asList(line.split("\\|", -1)))
        .map(cells -> "|" + cells.get(1) + "|" + cells.get(2) + "|")
        .toList();
  }

  private static String variable(ArgSpec option) {
    Matcher found = VARIABLE.matcher(String.join(" ", option.description()));
    return found.find() ? found.group() : "";
  }
}
