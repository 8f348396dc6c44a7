package dev.ringfence.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flag that every command has. */
final class HelpOption {
  private HelpOption() {}

  static CommandSpec flag() {
    return CommandSpec.create()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
  }
}
