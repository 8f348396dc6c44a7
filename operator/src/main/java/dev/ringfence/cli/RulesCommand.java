package dev.ringfence.cli;

import dev.ringfence.gather.NearestName;
import dev.ringfence.policy.Rule;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.rules.Rules;
import dev.ringfence.report.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Lists the rules, or prints the documentation page of one. */
@Command(name = "rules", description = "Lists the rules, or prints the page of one.")
final class RulesCommand implements Callable<Integer> {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec help = HelpOption.flag();

  @Parameters(arity = "0..1", paramLabel = "RULE", description = "Such as TrustAnchorMissing.")
  private @Nullable String rule;

  RulesCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<RuleMetadata> rules = Rules.all().stream().map(Rule::metadata).toList();
    new OutputTarget(environment, null).write(rule == null ? list(rules) : page(rule, rules));
    return ExitCode.OK;
  }

  private String list(List<RuleMetadata> rules) {
    TextTable table =
        new TextTable(
            TextTable.left("Rule"), TextTable.left("Severity"), TextTable.left("Violated when"));
    rules.forEach(known -> table.row(known.id(), known.defaultSeverity().label(), known.summary()));
    return String.join("\n", table.lines(environment.layout().width())) + "\n";
  }

  private static String page(String rule, List<RuleMetadata> rules) {
    List<String> ids = rules.stream().map(RuleMetadata::id).toList();
    if (!ids.contains(rule)) {
      throw new UnreadableException(
          "There is no rule \"%s\".%s".formatted(rule, NearestName.question(rule, ids)));
    }
    String path = "/docs/rules/%s.md".formatted(rule);
    try (InputStream page = RulesCommand.class.getResourceAsStream(path)) {
      if (page == null) {
        throw new IllegalStateException("The page %s is missing from the program".formatted(path));
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
