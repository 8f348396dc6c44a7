package dev.ringfence.cli;

import dev.ringfence.report.TextLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A process that a test can look into: what a command printed where, and with which exit code. */
public final class TestConsole {
  public static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CommandEnvironment environment;
  private int exitCode = -1;

  public TestConsole(Path directory) {
    this(directory, new byte[0]);
  }

  public TestConsole(Path directory, byte[] input) {
    environment =
        new CommandEnvironment(
            new ByteArrayInputStream(input),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Clock.fixed(NOW, ZoneOffset.UTC),
            directory,
            TextLayout.PLAIN);
  }

  public CommandEnvironment environment() {
    return environment;
  }

  public int run(String... args) {
    exitCode = new RingfenceCommand(environment, Map.of()).run(args);
    return exitCode;
  }

  /** Of the last run. */
  public int exitCode() {
    return exitCode;
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
