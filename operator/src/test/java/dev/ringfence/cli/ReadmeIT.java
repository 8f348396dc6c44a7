package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ringfence.testing.ConsolePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the README, run as they stand against the packaged program; the build that one of
 * them starts is the one that runs this test. A line {@code ...} stands for any lines.
 */
class ReadmeIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String BUILD = "mvn -q -DskipTests package && ";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> examplesPrintWhatThePageShows() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "The README's commands are for a shell.");
    List<ConsolePage.Example> examples = ConsolePage.read(ROOT.resolve("README.md")).examples();
    assertThat(examples).hasSize(2);
    return examples.stream()
        .map(example -> DynamicTest.dynamicTest(example.toString(), () -> matches(example)));
  }

  private void matches(ConsolePage.Example example) throws Exception {
    String command = example.command().replace(BUILD, "");
    List<String> printed = ShellCommand.in(ROOT, folder).run(command).out().lines().toList();
    int next = 0;
    boolean any = false;
    for (String shown : example.output()) {
      if (shown.equals("...")) {
        any = true;
        continue;
      }
      int found = printed.subList(next, printed.size()).indexOf(shown);
      assertThat(found).as("%s%nin%n%s", shown, String.join("\n", printed)).isNotNegative();
      assertThat(any || found == 0).as("lines left out before: %s", shown).isTrue();
      next += found + 1;
      any = false;
    }
    assertThat(any || next == printed.size()).as("lines left out at the end").isTrue();
  }

  @Test
  void linksOfThePagesLeadSomewhere() throws IOException {
    for (Path page :
        List.of(ROOT.resolve("README.md"), ROOT.resolve("operator/docs/command-line.md"))) {
      List<String> links =
          LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)).toList();
      assertThat(links).isNotEmpty();
      for (String link : links) {
        assertThat(page.resolveSibling(link)).as("%s in %s", link, page).exists();
      }
    }
  }
}
