package dev.ringfence.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A documentation page whose {@code console} blocks show commands behind {@code $ } and, below
 * each, what it prints. A backslash at the end of a line goes on in the next.
 */
public final class ConsolePage {
  private static final String START = "```console";
  private static final String END = "```";

  private final Path file;
  private final List<String> lines;

  private ConsolePage(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * A command with the output that the page shows.
   *
   * @param first index of the first output line, where a rewritten page puts it
   */
  public record Example(int line, String command, int first, List<String> output) {
    public Example {
      output = List.copyOf(output);
    }

    @Override
    public String toString() {
      return "line %d: %s".formatted(line, command);
    }
  }

  public static ConsolePage read(Path file) throws IOException {
    return new ConsolePage(file, Files.readAllLines(file));
  }

  public List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.equals(START)) {
        inside = true;
      } else if (line.equals(END)) {
        inside = false;
      } else if (inside && line.startsWith("$ ")) {
        int start = i;
        StringBuilder command = new StringBuilder(line.substring(2));
        while (command.charAt(command.length() - 1) == '\\') {
          command.setLength(command.length() - 1);
          command.append(lines.get(++i).strip());
        }
        examples.add(new Example(start + 1, command.toString(), i + 1, output(i + 1)));
      }
    }
    return examples;
  }

  private List<String> output(int first) {
    int end = first;
    while (!lines.get(end).equals(END) && !lines.get(end).startsWith("$ ")) {
      end++;
    }
    return lines.subList(first, end);
  }

  /** Puts what commands really print in place of what the page shows. */
  public void rewrite(List<List<String>> outputs) throws IOException {
    List<String> renewed = new ArrayList<>();
    int next = 0;
    List<Example> examples = examples();
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      renewed.addAll(lines.subList(next, example.first()));
      renewed.addAll(outputs.get(i));
      next = example.first() + example.output().size();
    }
    renewed.addAll(lines.subList(next, lines.size()));
    Files.writeString(file, String.join("\n", renewed) + "\n");
  }

  /** The words of a command, quotes taken off. */
  public static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        word = word == null ? new StringBuilder() : word;
      } else if (quote == 0 && c == ' ') {
        if (word != null) {
          words.add(word.toString());
        }
        word = null;
      } else {
        word = word == null ? new StringBuilder() : word;
        word.append(c);
      }
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }
}
