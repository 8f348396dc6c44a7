package dev.ringfence.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The real promtool: from the path, from a cache outside the checkout, or from Debian's package,
 * which is unpacked into that cache without being installed.
 */
record Promtool(Path binary) {
  private static final Path CACHE =
      Path.of(System.getProperty("user.home"), ".cache", "ringfence", "promtool");
  private static final String MISSING =
      "promtool is missing: it is neither on the path nor in "
          + CACHE
          + ", and Debian's package prometheus could not be fetched with apt-get.";

  /** What a run printed, and its exit code. */
  record Run(int exit, String output) {}

  /** Skips the test where promtool cannot be had, and fails it in CI. */
  static Promtool find() throws IOException, InterruptedException {
    Optional<Path> found = onPath().or(Promtool::cached);
    if (found.isEmpty()) {
      unpack();
      found = cached();
    }
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(MISSING);
    }
    Assumptions.assumeTrue(found.isPresent(), MISSING);
    return new Promtool(found.orElseThrow());
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return run(
        Path.of("."),
        Stream.concat(Stream.of(binary.toString()), Arrays.stream(arguments)).toList());
  }

  private static Optional<Path> onPath() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, "promtool"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> cached() {
    return Optional.of(CACHE.resolve("usr/bin/promtool")).filter(Files::isExecutable);
  }

  private static void unpack() throws IOException, InterruptedException {
    Files.createDirectories(CACHE);
    try {
      if (run(CACHE, List.of("apt-get", "download", "prometheus")).exit() != 0) {
        run(CACHE, List.of("apt-get", "update"));
        run(CACHE, List.of("apt-get", "download", "prometheus"));
      }
      try (Stream<Path> packages = Files.list(CACHE)) {
        for (Path archive : packages.filter(file -> file.toString().endsWith(".deb")).toList()) {
          run(CACHE, List.of("dpkg-deb", "-x", archive.toString(), CACHE.toString()));
        }
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("Cannot run program"); // No Debian: nothing to fetch from.
    }
  }

  private static Run run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("promtool", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("no end after five minutes: " + command);
      }
      return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }
}
