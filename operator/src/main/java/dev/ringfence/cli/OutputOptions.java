package dev.ringfence.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flag that says where output goes; shared by the commands that have much to tell. */
final class OutputOptions {
  private final OptionSpec file =
      OptionSpec.builder("--output-file")
          .paramLabel("FILE")
          .type(String.class)
          .description(
              "Write there instead of standard output; the file appears whole or not at all.")
          .build();

  CommandSpec flags() {
    return CommandSpec.create().addOption(file);
  }

  @Nullable String file() {
    return file.getValue();
  }

  OutputTarget target(CommandEnvironment environment) {
    return OutputTarget.of(environment, file());
  }
}
