package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.ConsolePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example of the page prints what the page shows. After an intended change, run with {@code
 * -Dringfence.golden=write} and read the difference.
 */
class CommandLinePageTest {
  private static final Path PAGE = Path.of("docs/command-line.md");

  @TestFactory
  List<DynamicTest> examplesPrintWhatThePageShows() throws IOException {
    ConsolePage page = ConsolePage.read(PAGE);
    List<DynamicTest> tests = new ArrayList<>();
    List<List<String>> outputs = new ArrayList<>();
    ExampleShell shell = new ExampleShell(Path.of(""));
    for (ConsolePage.Example example : page.examples()) {
      List<String> output = shell.run(example.command());
      outputs.add(output);
      tests.add(
          DynamicTest.dynamicTest(
              example.toString(), () -> assertThat(output).isEqualTo(example.output())));
    }
    assertThat(tests).hasSizeGreaterThan(15);
    if ("write".equals(System.getProperty("ringfence.golden"))) {
      page.rewrite(outputs);
    }
    return tests;
  }

  @Test
  void everyFlagOfCheckIsExplained() throws IOException {
    TestConsole help = new TestConsole(Path.of(""));
    help.run("check", "--help");
    String page = Files.readString(PAGE);

    help.out()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("--") && !line.startsWith("--help"))
        .map(line -> line.split("[= ]", 2)[0])
        .forEach(flag -> assertThat(page).contains("`" + flag));
  }
}
