package dev.ringfence.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server that a test stops, kills and starts again with the same arguments. */
public final class ServerProcess {
  private static final long LONGEST_END_SECONDS = 30;

  private final List<String> command;
  private final Path log;
  private @Nullable Process process;

  ServerProcess(List<String> command, Path log) {
    this.command = List.copyOf(command);
    this.log = log;
  }

  public synchronized void start() {
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By SIGKILL; returns once it is gone. Does nothing if it does not run. */
  public synchronized void kill() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroyForcibly();
    try {
      if (!running.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("%s does not end.".formatted(command.get(0)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    process = null;
  }

  /** It neither runs nor ends: its connections stay open and say nothing. */
  public void stop() {
    signal("STOP");
  }

  /** After {@link #stop}. */
  public void resume() {
    signal("CONT");
  }

  private synchronized void signal(String name) {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException("%s does not run.".formatted(command.get(0)));
    }
    try {
      int exit =
          new ProcessBuilder("kill", "-" + name, Long.toString(running.pid())).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill -%s ended with %d.".formatted(name, exit));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
