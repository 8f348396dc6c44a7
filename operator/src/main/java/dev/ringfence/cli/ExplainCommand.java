package dev.ringfence.cli;

import dev.ringfence.gather.Gathered;
import dev.ringfence.policy.Evaluation;
import dev.ringfence.policy.Explanation;
import dev.ringfence.policy.PolicyEngine;
import dev.ringfence.policy.rules.Rules;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Shows everything that the verdict on some phones rests on. */
@Command(
    name = "explain",
    sortOptions = false,
    description = {
      "Shows what the verdict on some phones rests on: every candidate path, signature, rule and fact",
      "with its evidence, what each path builder does, and what a test would settle."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:explained, whatever the verdict",
      "2:a file or flag of the command line cannot be read",
      "3:Hold, an input is unresolved"
    })
final class ExplainCommand implements Callable<Integer> {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec help = HelpOption.flag();

  private final EvaluationOptions options = new EvaluationOptions();

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec evaluationFlags = options.flags();

  @Option(names = "--model", paramLabel = "MODEL", description = "Only phones of this model.")
  private @Nullable String model;

  @Option(names = "--firmware", paramLabel = "VERSION", description = "Only this firmware.")
  private @Nullable String firmware;

  private final ReportOptions output = new ReportOptions();

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec reportFlags = output.flags();

  ExplainCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    OutputTarget target = output.target(environment);
    PolicyEngine engine = new PolicyEngine(Rules.all());
    Gathered gathered = new EvaluationFiles(environment, options, Rules.ids()).gather();
    if (!(gathered instanceof Gathered.Complete complete)) {
      target.write(output.format().render(gathered.report(engine), target.layout()));
      return ExitCode.HOLD;
    }
    Explanation explanation = engine.explain(complete.evaluation(), model, firmware);
    if (explanation.phones().isEmpty()) {
      throw new UnreadableException(nothingFound(complete.evaluation()));
    }
    target.write(output.format().render(explanation, target.layout()));
    return ExitCode.OK;
  }

  private String nothingFound(Evaluation evaluation) {
    SortedSet<String> known =
        evaluation.fleets().stream()
            .flatMap(fleet -> fleet.groups().stream())
            .map(group -> "%s %s".formatted(group.model(), group.firmware()).strip())
            .collect(Collectors.toCollection(TreeSet::new));
    return "No phones of the fleets match --model %s --firmware %s; there are %s."
        .formatted(
            model == null ? "(any)" : model,
            firmware == null ? "(any)" : firmware,
            known.isEmpty() ? "none" : String.join(", ", known));
  }
}
