package dev.ringfence.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.cli.CommandEnvironment;
import dev.ringfence.report.TextLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole demo, told once. The demo itself expects no verdict; what the samples show is here. */
class DemoRunTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void tellsItsStoryAndEnds() throws Exception {
    int exit = new DemoRun(environment(), 0, true).run();

    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(text).isZero();
    List<String> lines = text.lines().toList();
    Map<String, String> first =
        lines.stream()
            .filter(line -> line.matches("[a-z0-9-]+ +(Allow|Warn|Block|Hold) .*"))
            .collect(
                Collectors.toMap(line -> words(line, 0), line -> words(line, 1, 2, 4, 5, 6, 7)));
    assertThat(first)
        .containsOnly(
            Map.entry("branch-office", "Block Closed 0 0 12 0"),
            Map.entry("cryptography-io", "Block Closed 0 0 0 80"),
            Map.entry("cryptography-io-equifax", "Block Closed 0 0 0 80"),
            Map.entry("cx700-sha256", "Block Closed 0 0 0 2"),
            Map.entry("digicert", "Block Closed 40 0 120 0"),
            Map.entry("enterprise-root", "Block Closed 0 60 25 0"),
            Map.entry("reissued-root", "Block Closed 45 0 30 0"),
            Map.entry("rsassa-pss", "Block Closed 0 0 85 0"));
    assertThat(lines.stream().filter(line -> line.startsWith("after ")).map(DemoRunTest::after))
        .containsExactly(
            "cryptography-io Warn Open 0 80 0 0",
            "cryptography-io-equifax Warn Open 0 80 0 0",
            "digicert Warn Open 160 0 0 0",
            "branch-office Block Open 0 0 12 0",
            "branch-office Block Closed 0 0 13 0");
    assertThat(lines)
        .anyMatch(line -> line.contains("TrustAnchorMissing, Undetermined, 80 phones"))
        .anyMatch(
            line -> line.contains("A test would settle:") && line.contains("GeoTrust Global CA"))
        .anyMatch(line -> line.contains("TrustAnchorExpired, Violated, 30 phones"))
        .anyMatch(line -> line.contains("ProvisioningIneffective, Violated, 25 phones"));
  }

  private static String after(String line) {
    return words(line, 1, 2, 3, 5, 6, 7, 8);
  }

  private static String words(String line, int... positions) {
    String[] words = line.trim().split(" +", -1);
    StringBuilder chosen = new StringBuilder();
    for (int position : positions) {
      chosen.append(chosen.isEmpty() ? "" : " ").append(words[position]);
    }
    return chosen.toString();
  }

  private CommandEnvironment environment() {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new CommandEnvironment(
        new ByteArrayInputStream(new byte[0]),
        stream,
        stream,
        Clock.systemUTC(),
        Path.of(""),
        TextLayout.PLAIN);
  }
}
