package dev.ringfence.cli;

import dev.ringfence.fleet.InventoryFormat;
import dev.ringfence.fleet.InventoryFormatException;
import dev.ringfence.fleet.InventorySummary;
import dev.ringfence.gather.FileGatherer;
import dev.ringfence.gather.FleetSummarizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts inventories together into one PhoneFleet, without users and addresses. */
@Command(
    name = "summarize",
    sortOptions = false,
    description = {
      "Counts inventories of any size into one PhoneFleet, without users and addresses. A phone that",
      "several files name is counted once."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every row was counted",
      "1:some rows were refused; they are named and not counted",
      "2:a file or flag of the command line cannot be read"
    })
final class FleetSummarizeCommand implements Callable<Integer> {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec help = HelpOption.flag();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "An inventory, or - for standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--fleet-format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      converter = Converters.OfInventoryFormat.class,
      description = "auto, inventory-report, audit-log, user-agents or plain (${DEFAULT-VALUE}).")
  private InventoryFormat format = InventoryFormat.AUTO;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "desk-phones",
      description = "Name of the PhoneFleet (${DEFAULT-VALUE}).")
  private String name = "desk-phones";

  @Mixin private final CatalogOptions catalogs = new CatalogOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "yaml",
      converter = Converters.OfSummaryFormat.class,
      description = "yaml or text (${DEFAULT-VALUE}).")
  private SummaryFormat output = SummaryFormat.YAML;

  private final OutputOptions target = new OutputOptions();

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec outputFlags = target.flags();

  FleetSummarizeCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    OutputTarget out = target.target(environment);
    StandardInput.refuseTwoReaders(files);
    FleetSummarizer summarizer =
        new FleetSummarizer(
            CatalogFiles.read(environment, new FileGatherer(List.of()), catalogs.files).catalogs());
    files.forEach(file -> add(file, summarizer));
    InventorySummary summary = summarizer.summary();
    summary.refused().forEach(row -> environment.say(row.sentence()));
    long unlisted = summary.refusedRows() - summary.refused().size();
    if (unlisted > 0) {
      environment.say("%,d more rows were refused.".formatted(unlisted));
    }
    out.write(output.render(name, summary, out.layout()));
    return summary.refusedRows() == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private void add(String name, FleetSummarizer summarizer) {
    InputFile file = InputFile.of(environment, "fleet summarize", name, "an inventory");
    try (InputStream in = file.open()) {
      summarizer.add(in, format, file.shortName());
    } catch (InventoryFormatException e) {
      throw new UnreadableException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UnreadableException(
          "%s cannot be read to its end (%s).".formatted(file, e.getMessage()), e);
    }
  }
}
