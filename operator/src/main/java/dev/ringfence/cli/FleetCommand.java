package dev.ringfence.cli;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The head of the commands about fleets. */
@Command(
    name = "fleet",
    synopsisSubcommandLabel = "COMMAND",
    description = "Works on inventories of phones.")
final class FleetCommand implements CommandGroup {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec help = HelpOption.flag();

  @Spec private @Nullable CommandSpec spec;

  FleetCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public SortedMap<String, Supplier<? extends Callable<Integer>>> members() {
    return new TreeMap<>(Map.of("summarize", () -> new FleetSummarizeCommand(environment)));
  }

  @Override
  public Integer call() {
    throw MissingCommand.of(spec);
  }
}
