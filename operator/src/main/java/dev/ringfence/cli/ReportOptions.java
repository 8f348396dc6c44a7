package dev.ringfence.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that say how a report is written, and where to. */
final class ReportOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Converters.OfReportFormat.class,
      description = "text, json or markdown (${DEFAULT-VALUE}).")
  ReportFormat format = ReportFormat.TEXT;

  @Mixin private final OutputOptions output = new OutputOptions();

  OutputTarget target(CommandEnvironment environment) {
    return output.target(environment);
  }
}
