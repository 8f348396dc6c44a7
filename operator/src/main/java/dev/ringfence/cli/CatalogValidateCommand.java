package dev.ringfence.cli;

import dev.ringfence.catalog.CatalogDefect;
import dev.ringfence.gather.CatalogFormatException;
import dev.ringfence.gather.CatalogGatherer;
import dev.ringfence.gather.FileText;
import dev.ringfence.report.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Reads catalogs and tells every defect with its place. */
@Command(
    name = "validate",
    description = "Reads catalogs and tells every defect with its place.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:no defects", "1:defects", "2:a file cannot be read as a catalog at all"})
final class CatalogValidateCommand implements Callable<Integer> {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec help = HelpOption.flag();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "FirmwareCatalog in YAML, or - for standard input.")
  private List<String> files = new ArrayList<>();

  CatalogValidateCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    int worst = ExitCode.OK;
    StringBuilder output = new StringBuilder();
    for (String file : files) {
      worst = Math.max(worst, validate(file, output));
    }
    new OutputTarget(environment, null).write(output.toString());
    return worst;
  }

  private int validate(String file, StringBuilder output) {
    try {
      FileText text = CatalogFiles.text(environment, "catalog validate", file);
      List<CatalogDefect> defects = new CatalogGatherer().gather(text.content(), file).defects();
      if (defects.isEmpty()) {
        output.append(Printable.line(file)).append(": no defects.\n");
      }
      write(file, defects, output);
      return defects.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    } catch (CatalogFormatException e) {
      write(file, e.defects(), output);
      return ExitCode.UNREADABLE;
    } catch (UnreadableException e) {
      environment.say(String.valueOf(e.getMessage()));
      return ExitCode.UNREADABLE;
    }
  }

  private static void write(String file, List<CatalogDefect> defects, StringBuilder output) {
    for (CatalogDefect defect : defects) {
      String line = "%s, %s: %s".formatted(file, defect.place(), defect.message());
      output.append(Printable.line(line)).append('\n');
    }
  }
}
