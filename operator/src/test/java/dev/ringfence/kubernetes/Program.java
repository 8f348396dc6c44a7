package dev.ringfence.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs kubectl and kstatus against an API server of the tests. */
public final class Program {
  private static final long LONGEST_SECONDS = 60;

  private final RealApi api;

  public Program(RealApi api) {
    this.api = api;
  }

  /** What a run printed, errors included, and its exit code. */
  public record Run(int exit, String output) {}

  public Run kubectl(String... arguments) {
    Path kubeconfig = write("kubeconfig", api.kubeconfig());
    try {
      return run(
          "",
          Stream.concat(
              Stream.of(api.program("kubectl").toString(), "--kubeconfig", kubeconfig.toString()),
              Arrays.stream(arguments)));
    } finally {
      delete(kubeconfig);
    }
  }

  /** The status that kstatus computes for a resource in JSON, such as {@code InProgress}. */
  public String kstatus(String json) {
    Run run = run(json, Stream.of(api.program("kstatus").toString()));
    if (run.exit() != 0) {
      throw new IllegalStateException(run.output());
    }
    return run.output().lines().findFirst().orElse("");
  }

  /** Any other program. */
  static Run run(Path program, String... arguments) {
    return run("", Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments)));
  }

  private static Run run(String input, Stream<String> command) {
    Path in = write("input", input);
    Path out = write("output", "");
    try {
      Process process =
          new ProcessBuilder(command.toList())
              .redirectInput(in.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("no end after %d s".formatted(LONGEST_SECONDS));
      }
      return new Run(process.exitValue(), Files.readString(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      delete(in);
      delete(out);
    }
  }

  private static Path write(String name, String text) {
    try {
      return Files.writeString(Files.createTempFile(name, ".txt"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
