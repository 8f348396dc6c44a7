package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

class RingfenceCommandTest {
  @TempDir Path folder;

  @Test
  void asksForACommand() {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .startsWith("A command is missing; expected one of catalog, check, ")
        .endsWith(". See \"ringfence --help\".\n");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("chek", "--chain", "x")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.err())
        .isEqualTo(
            "ringfence has no command \"chek\". Did you mean \"check\"?"
                + " See \"ringfence --help\".\n");
  }

  @Test
  void everyCommandHasHelpWithAnExplanation() {
    for (String command :
        List.of(
            "check",
            "rules",
            "catalog",
            "catalog list",
            "catalog show",
            "catalog validate",
            "catalog diff",
            "fleet",
            "fleet summarize")) {
      TestConsole console = new TestConsole(folder);

      int exitCode = console.run((command + " --help").split(" ", -1));

      assertThat(exitCode).as(command).isZero();
      assertThat(console.out()).startsWith("Usage: ringfence " + command).contains("\n");
      assertThat(console.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
      assertThat(console.err()).isEmpty();
    }
  }

  @Test
  void helpIsRequestedOutput() {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("--help")).isZero();
    assertThat(console.out()).contains("Usage: ringfence", "3   no verdict could be reached");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void anInternalErrorIsASentenceAndNeverAnAnswer() {
    TestConsole console = new TestConsole(folder);
    RingfenceCommand ringfence =
        new RingfenceCommand(
            console.environment(), Map.of("fail", Failing::new, "overflow", Overflowing::new));

    assertThat(ringfence.run("fail")).isEqualTo(ExitCode.HOLD);
    assertThat(ringfence.run("overflow")).isEqualTo(ExitCode.HOLD);
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .isEqualTo(
            """
            No verdict was reached, because of an internal error: IllegalStateException, planted.
            No verdict was reached, because of an internal error: StackOverflowError.
            """);
  }

  @Test
  void constructsOnlyTheCommandThatIsAskedFor() {
    TestConsole console = new TestConsole(folder);
    RingfenceCommand ringfence =
        new RingfenceCommand(
            console.environment(),
            Map.of(
                "fail",
                Failing::new,
                "operator",
                () -> {
                  throw new AssertionError("operator was constructed");
                }));

    assertThat(ringfence.run("fail")).isEqualTo(ExitCode.HOLD);
  }

  @Command(name = "fail")
  static final class Failing implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new IllegalStateException("planted");
    }
  }

  @Command(name = "overflow")
  static final class Overflowing implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new StackOverflowError();
    }
  }
}
