package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTargetTest {
  @TempDir Path folder;

  @Test
  void replacesAFileAsAWholeAndLeavesNoDraft() throws IOException {
    Files.writeString(folder.resolve("report.txt"), "an older and longer report");

    OutputTarget.of(new TestConsole(folder).environment(), "report.txt").write("new");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("report.txt"));
    }
    assertThat(folder.resolve("report.txt")).hasContent("new");
  }

  @Test
  void writesThroughALinkInsteadOfReplacingIt() throws IOException {
    Path real = Files.writeString(folder.resolve("real.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);

    OutputTarget.of(new TestConsole(folder).environment(), "link.txt").write("new");

    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @Test
  void refusesAFolderAndAMissingFolderBeforeAnyWork() {
    CommandEnvironment environment = new TestConsole(folder).environment();

    assertThatThrownBy(() -> OutputTarget.of(environment, "."))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(
            "File \".\" (--output-file) is a directory; expected the name of a file to write.");
    assertThatThrownBy(() -> OutputTarget.of(environment, "missing/report.txt"))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(
            "File \"missing/report.txt\" (--output-file) cannot be written:"
                + " its folder does not exist.");
  }
}
