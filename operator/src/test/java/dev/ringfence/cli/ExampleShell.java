package dev.ringfence.cli;

import dev.ringfence.testing.ConsolePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the commands that pages show: {@code ringfence} in this process, {@code echo $?}, a file as
 * standard input by {@code <}, and {@code | head -n N}. Standard error comes first, as on a
 * terminal where the output is written at the end.
 */
final class ExampleShell {
  private final Path directory;
  private int exitCode;

  ExampleShell(Path directory) {
    this.directory = directory;
  }

  /** The lines that the command prints. */
  List<String> run(String command) throws IOException {
    List<String> words = new ArrayList<>(ConsolePage.words(command));
    if (words.equals(List.of("echo", "$?"))) {
      return List.of(Integer.toString(exitCode));
    }
    if (!words.get(0).equals("ringfence")) {
      throw new IllegalArgumentException("Expected a command of ringfence, found: " + command);
    }
    long lines = Long.MAX_VALUE;
    int pipe = words.indexOf("|");
    if (pipe >= 0) {
      List<String> head = words.subList(pipe + 1, words.size());
      if (head.size() != 3 || !head.subList(0, 2).equals(List.of("head", "-n"))) {
        throw new IllegalArgumentException("Expected head -n N behind the pipe: " + command);
      }
      lines = Long.parseLong(head.get(2));
      words = words.subList(0, pipe);
    }
    byte[] input = new byte[0];
    int redirection = words.indexOf("<");
    if (redirection >= 0) {
      input = Files.readAllBytes(directory.resolve(words.get(redirection + 1)));
      words = words.subList(0, redirection);
    }
    TestConsole console = new TestConsole(directory, input);
    int code = console.run(words.subList(1, words.size()).toArray(String[]::new));
    exitCode = pipe < 0 ? code : 0;
    return Stream.concat(console.err().lines(), console.out().lines().limit(lines)).toList();
  }
}
