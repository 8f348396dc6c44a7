package dev.ringfence.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tukaani.xz.XZInputStream;

/**
 * The folder of reference data, named by the system property {@code ringfence.suites} or the
 * environment variable {@code RINGFENCE_SUITES}. Without either the calling test is reported as
 * skipped, and fails where CI=true; a folder or file that is named but missing is a failure.
 */
public final class Suites {
  private static final String PROPERTY = "ringfence.suites";
  private static final String VARIABLE = "RINGFENCE_SUITES";

  private Suites() {}

  /** For example {@code chains/manifest.json.xz}. */
  public static Path file(String relative) {
    var file = folder().resolve(relative);
    if (!Files.exists(file)) {
      fail("The reference data has no " + relative + " in " + folder() + ".");
    }
    return file;
  }

  /** The content of a file, decompressed if its name ends in .xz. */
  public static byte[] bytes(String relative) {
    try (var stream = open(relative)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The content of a UTF-8 file, decompressed if its name ends in .xz. */
  public static String text(String relative) {
    return new String(bytes(relative), StandardCharsets.UTF_8);
  }

  /** A stream on a file, decompressed if its name ends in .xz; to be closed by the caller. */
  public static InputStream open(String relative) throws IOException {
    var stream = new BufferedInputStream(Files.newInputStream(file(relative)));
    return relative.endsWith(".xz") ? new XZInputStream(stream) : stream;
  }

  private static Path folder() {
    var configured = configured();
    if (configured.isEmpty()) {
      var missing =
          "Reference data is not configured: set -D%s or %s to its folder."
              .formatted(PROPERTY, VARIABLE);
      return "true".equals(System.getenv("CI")) ? fail(missing) : abort(missing);
    }
    var folder = Path.of(configured);
    return Files.isDirectory(folder)
        ? folder
        : fail("The folder of reference data does not exist: " + folder + ".");
  }

  /** The build passes the property on even if it is not set, then as its own placeholder. */
  private static String configured() {
    var property = System.getProperty(PROPERTY, "");
    if (!property.isBlank() && !property.startsWith("${")) {
      return property;
    }
    var variable = System.getenv(VARIABLE);
    return variable == null ? "" : variable;
  }
}
