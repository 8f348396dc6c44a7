package dev.ringfence.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The image in the form that engines load, taken apart by the tar of this machine. */
public final class ImageTar {
  private static final Path FILE = Path.of("target", "ringfence-image.tar").toAbsolutePath();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LISTED = Pattern.compile("(\\S{10}) (\\S+) +\\d+ \\S+ \\S+ (.*?)/?");

  private final Path folder;
  private final JsonNode config;
  private final List<String> layers = new ArrayList<>();

  private ImageTar(Path folder) throws IOException {
    this.folder = folder;
    JsonNode manifest = JSON.readTree(folder.resolve("manifest.json").toFile()).path(0);
    manifest.path("Layers").forEach(layer -> layers.add(layer.asText()));
    this.config = JSON.readTree(folder.resolve(manifest.path("Config").asText()).toFile());
  }

  /** Skips the test where builds make no image: they do on Linux with an amd64 processor. */
  public static ImageTar open(Path folder) throws IOException, InterruptedException {
    String system = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
    Assumptions.assumeTrue(
        system.equals("Linux/amd64"), () -> "Builds make no image on " + system + ".");
    if (!Files.isRegularFile(FILE)) {
      throw new IllegalStateException("%s is missing; mvn verify makes it.".formatted(FILE));
    }
    tar("-xf", FILE.toString(), "-C", Files.createDirectories(folder).toString());
    return new ImageTar(folder);
  }

  /** The part of the configuration that engines start containers by. */
  public JsonNode config() {
    return config.path("config");
  }

  /** Of the whole image. */
  JsonNode description() {
    return config;
  }

  long bytes() throws IOException {
    return Files.size(FILE);
  }

  /** Mode and numeric owner, such as {@code -rw-r--r-- 0/0}, by path. */
  Map<String, String> files() throws IOException, InterruptedException {
    Map<String, String> files = new TreeMap<>();
    for (String layer : layers) {
      for (String line :
          tar("--numeric-owner", "-tvzf", folder.resolve(layer).toString()).split("\n", -1)) {
        Matcher matcher = LISTED.matcher(line);
        if (matcher.matches()) {
          files.put("/" + matcher.group(3), matcher.group(1) + " " + matcher.group(2));
        } else if (!line.isEmpty()) {
          throw new IllegalStateException("tar printed: " + line);
        }
      }
    }
    return files;
  }

  /** One layer after the other, as engines do. */
  public Path unpack(Path root) throws IOException, InterruptedException {
    Files.createDirectories(root);
    for (String layer : layers) {
      tar("-xpzf", folder.resolve(layer).toString(), "-C", root.toString());
    }
    return root;
  }

  private static String tar(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile("tar", ".txt");
    try {
      Process process =
          new ProcessBuilder(
                  Stream.concat(
                          Stream.of("tar", "--warning=no-unknown-keyword"), Stream.of(arguments))
                      .toList())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "tar %s failed: %s".formatted(List.of(arguments), Files.readString(output)));
      }
      return Files.readString(output);
    } finally {
      Files.delete(output);
    }
  }
}
