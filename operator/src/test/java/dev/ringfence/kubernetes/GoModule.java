package dev.ringfence.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder with a go.mod, which says by version and checksum what a test builds or fetches.
 *
 * @param folder of this checkout
 */
record GoModule(Path folder) {
  private static final long LONGEST_MINUTES = 40;

  static boolean isGoInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "go")));
  }

  void build(Path program, String source, String linkerFlags)
      throws IOException, InterruptedException {
    go("build", "-trimpath", "-ldflags", linkerFlags, "-o", program.toString(), source);
  }

  /** What Go printed. */
  String go(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile("go", ".out");
    Path errors = Files.createTempFile("go", ".err");
    try {
      Process process =
          new ProcessBuilder(Stream.concat(Stream.of("go"), Stream.of(arguments)).toList())
              .directory(folder.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("no end of go %s".formatted(List.of(arguments)));
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            "go %s in %s ended with %d:%n%s%s"
                .formatted(
                    List.of(arguments),
                    folder,
                    process.exitValue(),
                    Files.readString(output),
                    Files.readString(errors)));
      }
      return Files.readString(output);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  /** Of the modules and sources, so that other versions are built anew. */
  String digest() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
