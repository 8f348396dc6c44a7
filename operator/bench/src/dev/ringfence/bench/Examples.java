package dev.ringfence.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's examples, wherever in a clone the benchmark was started. */
final class Examples {
  private Examples() {}

  static Path folder() {
    String stated = System.getProperty("ringfence.examples");
    if (stated != null) {
      return Path.of(stated);
    }
    for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
      Path examples = path.resolve("operator/examples");
      if (Files.isDirectory(examples)) {
        return examples;
      }
    }
    throw new IllegalStateException(
        "The folder operator/examples was not found above %s; start in a clone, or name it with"
                .formatted(Path.of("").toAbsolutePath())
            + " -Dringfence.examples=FOLDER.");
  }

  /** A chain that was served until 2018, and whose root 12 of the 20 stores hold. */
  static byte[] chain() {
    return read("chains/cryptography-io-2014.pem");
  }

  static byte[] read(String name) {
    try {
      return Files.readAllBytes(folder().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
