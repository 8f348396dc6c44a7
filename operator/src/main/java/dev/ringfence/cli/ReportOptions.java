package dev.ringfence.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags that say how a report is written, and where to. */
final class ReportOptions {
  private final OptionSpec format =
      OptionSpec.builder("-o", "--output")
          .paramLabel("FORMAT")
          .type(ReportFormat.class)
          .defaultValue("text")
          .converters(new Converters.OfReportFormat())
          .description("text, json or markdown (${DEFAULT-VALUE}).")
          .build();

  private final OutputOptions output = new OutputOptions();

  CommandSpec flags() {
    return CommandSpec.create().addOption(format).addMixin("output", output.flags());
  }

  ReportFormat format() {
    return format.getValue();
  }

  OutputTarget target(CommandEnvironment environment) {
    return output.target(environment);
  }
}
