package dev.ringfence.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a head of commands answers when it is called by itself. */
final class MissingCommand {
  private MissingCommand() {}

  static ParameterException of(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("A command was run outside its command line.");
    }
    return new ParameterException(
        spec.commandLine(),
        "A command is missing; expected one of %s."
            .formatted(String.join(", ", spec.subcommands().keySet())));
  }
}
