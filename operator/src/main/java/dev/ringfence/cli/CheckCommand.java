package dev.ringfence.cli;

import dev.ringfence.gather.Gathered;
import dev.ringfence.policy.PolicyEngine;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.rules.Rules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Judges one renewed chain against fleets and says so by a report and an exit code. */
final class CheckCommand implements Callable<Integer>, DescribedCommand {
  private final CommandEnvironment environment;
  private final EvaluationOptions options = new EvaluationOptions();
  private final ReportOptions output = new ReportOptions();

  private final OptionSpec failOn =
      OptionSpec.builder("--fail-on")
          .paramLabel("VERDICT")
          .type(FailOn.class)
          .defaultValue("block")
          .converters(new Converters.OfFailOn())
          .description("block or warn: from which verdict on to exit with 1 (${DEFAULT-VALUE}).")
          .build();

  CheckCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public CommandSpec description() {
    CommandSpec command =
        CommandSpec.wrapWithoutInspection(this)
            .name("check")
            .addMixin("help", HelpOption.flag())
            .addMixin("evaluation", options.flags())
            .addMixin("report", output.flags())
            .addOption(failOn);
    command
        .usageMessage()
        .sortOptions(false)
        .description("Judges a renewed chain against the firmware of all phones.")
        .exitCodeListHeading("Exit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:the gate is open",
                "1:the gate is closed; with --fail-on warn also for a warning",
                "2:a file or flag of the command line cannot be read, and there is no report",
                "3:Hold, no verdict could be reached"));
    return command;
  }

  @Override
  public Integer call() {
    OutputTarget target = output.target(environment);
    Gathered gathered = new EvaluationFiles(environment, options, Rules.ids()).gather();
    RenewalReport report = gathered.report(new PolicyEngine(Rules.all()));
    target.write(output.format().render(report, target.layout()));
    FailOn from = failOn.getValue();
    return from.exitCode(report);
  }
}
