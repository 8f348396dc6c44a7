package dev.ringfence.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag that says where output goes; shared by the commands that have much to tell. */
final class OutputOptions {
  @Option(
      names = "--output-file",
      paramLabel = "FILE",
      description = "Write there instead of standard output; the file appears whole or not at all.")
  @Nullable String file;

  OutputTarget target(CommandEnvironment environment) {
    return OutputTarget.of(environment, file);
  }
}
