package dev.ringfence.cli;

import dev.ringfence.report.TextLayout;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Where a command's output goes: standard output, or a file that appears whole or not at all. */
record OutputTarget(CommandEnvironment environment, @Nullable Path file) {

  /** Refuses a file that could not be written, before any work is done. */
  static OutputTarget of(CommandEnvironment environment, @Nullable String name) {
    if (name == null) {
      return new OutputTarget(environment, null);
    }
    Path file = environment.directory().resolve(name);
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new UnreadableException(
          "File \"%s\" (--output-file) is a directory; expected the name of a file to write."
              .formatted(name));
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UnreadableException(
          "File \"%s\" (--output-file) cannot be written: its folder does not exist."
              .formatted(name));
    }
    return new OutputTarget(environment, file);
  }

  /** A file is never a terminal. */
  TextLayout layout() {
    return file == null ? environment.layout() : TextLayout.PLAIN;
  }

  void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (file == null) {
      writeStandardOutput(bytes);
    } else {
      writeFile(file, bytes);
    }
  }

  private void writeStandardOutput(byte[] bytes) {
    PrintStream out = environment.out();
    out.write(bytes, 0, bytes.length);
    out.flush();
    if (out.checkError()) {
      throw new OutputException("The output could not be written to standard output.", null);
    }
  }

  private static void writeFile(Path file, byte[] bytes) {
    Path draft = null;
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        Files.write(target, bytes); // A device or a pipe is written to, never replaced.
        return;
      }
      draft =
          target.resolveSibling(
              ".%s.%d.part".formatted(target.getFileName(), ProcessHandle.current().pid()));
      Files.write(draft, bytes);
      move(draft, target);
    } catch (IOException e) {
      discard(draft);
      throw new OutputException(
          "The output file \"%s\" could not be written: %s.".formatted(file, e), e);
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(@Nullable Path draft) {
    try {
      if (draft != null) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException ignored) {
      // The first failure is the one to tell; a draft left behind is no report.
    }
  }

  /** The output could not be delivered, so the command has no answer to give. */
  static final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputException(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }
}
