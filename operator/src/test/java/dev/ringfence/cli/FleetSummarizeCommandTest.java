package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetSummarizeCommandTest {
  @TempDir Path folder;

  @Test
  void whatItWritesIsAFleetForCheck() throws IOException {
    TestFiles files = new TestFiles(folder);
    TestConsole console = new TestConsole(folder);

    int exitCode =
        console.run(
            "fleet", "summarize", "phones.csv", "--name", "desks", "--output-file", "fleet.yaml");
    TestConsole fromYaml = files.check("--fleet", "fleet.yaml");

    assertThat(exitCode).isZero();
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("fleet.yaml"))).contains("kind: PhoneFleet");
    assertThat(beforeInputs(fromYaml)).isEqualTo(beforeInputs(files.check()));
  }

  private static String beforeInputs(TestConsole console) {
    return console.out().substring(0, console.out().indexOf("Judged with"));
  }

  @Test
  void rowsThatCannotBeCountedAreNamedAndTheRestIsWritten() throws IOException {
    Files.writeString(
        folder.resolve("phones.csv"),
        "model,firmware,phones\nCX600,4.0.7577.4420,3\nCX600,4.0.7577.4420,many\n");
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("fleet", "summarize", "phones.csv")).isEqualTo(ExitCode.FAILED);
    assertThat(console.out()).contains("phones: 3");
    assertThat(console.err()).startsWith("phones.csv, line 3: ").hasLineCount(1);
  }

  @Test
  void refusesWhatIsNoInventory() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "dear all\n");
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("fleet", "summarize", "notes.txt")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).startsWith("notes.txt: ").hasLineCount(1);
  }
}
