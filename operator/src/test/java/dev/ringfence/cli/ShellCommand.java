package dev.ringfence.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs a command line of a shell and keeps what it prints. */
record ShellCommand(Path directory, Path outputs) {

  /** What a command came to. */
  record Result(int exitCode, String out, String err) {}

  static ShellCommand in(Path directory, Path outputs) {
    return new ShellCommand(directory, outputs);
  }

  Result run(String command) throws IOException, InterruptedException {
    File out = outputs.resolve("out.txt").toFile();
    File err = outputs.resolve("err.txt").toFile();
    Process process =
        new ProcessBuilder("/bin/sh", "-c", command)
            .directory(directory.toAbsolutePath().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out)
            .redirectError(err)
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("The command did not end within 3 minutes: " + command);
    }
    return new Result(
        process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
  }
}
