package dev.ringfence.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file named on the command line, or standard input for {@code -}.
 *
 * @param flag the option that named it, for messages
 * @param name as the user wrote it
 * @param path null for standard input
 * @param expected what the file should hold, for messages: "a certificate chain in PEM, ..."
 */
record InputFile(
    String flag, String name, @Nullable Path path, String expected, InputStream standardInput) {
  static final String STANDARD_INPUT = "-";

  static InputFile of(CommandEnvironment environment, String flag, String name, String expected) {
    if (name.equals(STANDARD_INPUT)) {
      return new InputFile(flag, name, null, expected, environment.in());
    }
    try {
      Path path = environment.directory().resolve(name);
      return new InputFile(flag, name, path, expected, environment.in());
    } catch (InvalidPathException e) {
      throw new UnreadableException(
          "\"%s\" (%s) is not a file name; expected %s.".formatted(name, flag, expected), e);
    }
  }

  /** The whole content; refused beyond the limit and when empty. */
  byte[] bytes(int limit) {
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length == 0) {
        throw new UnreadableException("%s is empty; expected %s.".formatted(this, expected));
      }
      if (bytes.length > limit) {
        throw new UnreadableException(
            "%s is larger than %,d bytes; expected %s.".formatted(this, limit, expected));
      }
      return bytes;
    } catch (IOException e) {
      throw new UnreadableException(
          "%s cannot be read (%s); expected %s.".formatted(this, e.getMessage(), expected), e);
    }
  }

  InputStream open() {
    if (path == null) {
      return standardInput;
    }
    if (Files.isDirectory(path)) {
      throw new UnreadableException("%s is a directory; expected %s.".formatted(this, expected));
    }
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw new UnreadableException("%s does not exist; expected %s.".formatted(this, expected), e);
    } catch (AccessDeniedException e) {
      throw new UnreadableException(
          "%s may not be read by this user; expected %s.".formatted(this, expected), e);
    } catch (IOException e) {
      throw new UnreadableException(
          "%s cannot be opened (%s); expected %s.".formatted(this, e.getMessage(), expected), e);
    }
  }

  /** For a fleet that has no other name. */
  String shortName() {
    return isStandardInput() ? "standard input" : name;
  }

  boolean isStandardInput() {
    return path == null;
  }

  @Override
  public String toString() {
    return isStandardInput()
        ? "Standard input (%s -)".formatted(flag)
        : "File \"%s\" (%s)".formatted(name, flag);
  }
}
