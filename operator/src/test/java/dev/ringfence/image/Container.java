package dev.ringfence.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * An unpacked image in which commands run: with its file system as root, which is read-only but for
 * a new /tmp, as its user, with its variables. The network is the machine's.
 */
public final class Container {
  private static final Path RUN = Path.of("src", "test", "image", "run").toAbsolutePath();

  private final JsonNode config;
  private final Path root;
  private final Path folder;

  /**
   * Skips the test where this machine allows no mount namespaces.
   *
   * @param folder an empty one for the file system and what is printed
   */
  public Container(ImageTar image, Path folder) throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        new ProcessBuilder(namespace("true")).start().waitFor() == 0,
        "This machine allows no mount namespace, in which the image would run.");
    this.config = image.config();
    this.root = image.unpack(folder.resolve("root"));
    this.folder = folder;
    file("/etc/hosts", "127.0.0.1 localhost\n");
  }

  /** Puts a file where an engine would mount it. */
  public void file(String path, String text) throws IOException {
    Path file = root.resolve(path.substring(1));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Runs the entry point of the image with these arguments to its end. */
  Run run(String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>();
    config.path("Entrypoint").forEach(word -> command.add(word.asText()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Runs a command in place of the entry point to its end. */
  public Run run(List<String> command) throws InterruptedException {
    Process process = start("run", Map.of(), command);
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("no end of %s:%n%s".formatted(command, printed("run")));
      }
      return new Run(process.exitValue(), printed("run"));
    } finally {
      process.destroyForcibly();
    }
  }

  /** What a command printed, errors included, and its exit code. */
  public record Run(int exit, String output) {}

  /**
   * Starts a command; the caller ends it.
   *
   * @param name of the file that it prints to, see {@link #printed}
   * @param variables besides those of the image
   */
  public Process start(String name, Map<String, String> variables, List<String> command) {
    List<String> words = new ArrayList<>(namespace(RUN.toString()));
    words.add(root.toString());
    words.add(isAdministrator() ? config.path("User").asText() : "-");
    config.path("Env").forEach(variable -> words.add(variable.asText()));
    variables.forEach((key, value) -> words.add(key + "=" + value));
    words.add("--");
    words.addAll(command);
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve(name + ".log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String printed(String name) {
    try {
      return Files.readString(folder.resolve(name + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether commands run as the image's user; without rights on this machine they cannot. */
  public static boolean isAdministrator() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static List<String> namespace(String command) {
    return Stream.concat(
            Stream.of("unshare", "--mount"),
            isAdministrator() ? Stream.of(command) : Stream.of("--map-root-user", command))
        .toList();
  }
}
