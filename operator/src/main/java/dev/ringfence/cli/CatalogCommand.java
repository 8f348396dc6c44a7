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

/** The head of the commands about firmware catalogs. */
@Command(
    name = "catalog",
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows what is known of phones and their firmware, with the evidence.")
final class CatalogCommand implements CommandGroup {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec help = HelpOption.flag();

  @Spec private @Nullable CommandSpec spec;

  CatalogCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public SortedMap<String, Supplier<? extends Callable<Integer>>> members() {
    return new TreeMap<>(
        Map.of(
            "list", () -> new CatalogListCommand(environment),
            "show", () -> new CatalogShowCommand(environment),
            "validate", () -> new CatalogValidateCommand(environment),
            "diff", () -> new CatalogDiffCommand(environment)));
  }

  @Override
  public Integer call() {
    throw MissingCommand.of(spec);
  }
}
