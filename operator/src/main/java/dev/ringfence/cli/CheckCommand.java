package dev.ringfence.cli;

import dev.ringfence.gather.Gathered;
import dev.ringfence.policy.PolicyEngine;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.rules.Rules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges one renewed chain against fleets and says so by a report and an exit code. */
@Command(
    name = "check",
    sortOptions = false,
    description = "Judges a renewed chain against the firmware of all phones.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the gate is open",
      "1:the gate is closed; with --fail-on warn also for a warning",
      "2:a file or flag of the command line cannot be read, and there is no report",
      "3:Hold, no verdict could be reached"
    })
final class CheckCommand implements Callable<Integer> {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final HelpOption help = new HelpOption();

  @Mixin private final EvaluationOptions options = new EvaluationOptions();

  @Mixin private final ReportOptions output = new ReportOptions();

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT",
      defaultValue = "block",
      converter = Converters.OfFailOn.class,
      description = "block or warn: from which verdict on to exit with 1 (${DEFAULT-VALUE}).")
  private FailOn failOn = FailOn.BLOCK;

  CheckCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    OutputTarget target = output.target(environment);
    Gathered gathered = new EvaluationFiles(environment, options, Rules.ids()).gather();
    RenewalReport report = gathered.report(new PolicyEngine(Rules.all()));
    target.write(output.format.render(report, target.layout()));
    return failOn.exitCode(report);
  }
}
