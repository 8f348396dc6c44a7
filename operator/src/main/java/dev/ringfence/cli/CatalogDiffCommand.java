package dev.ringfence.cli;

import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.gather.BuiltInPacks;
import dev.ringfence.gather.CatalogFormatException;
import dev.ringfence.gather.CatalogGatherer;
import dev.ringfence.gather.FileText;
import dev.ringfence.report.Printable;
import dev.ringfence.report.TextLayout;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Tells what one catalog says otherwise than another, whatever the order of their entries. */
@Command(
    name = "diff",
    description = "Tells what catalog B says otherwise than A. Each is a file or a built-in pack.")
final class CatalogDiffCommand implements Callable<Integer> {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec help = HelpOption.flag();

  private final CatalogGatherer gatherer = new CatalogGatherer();

  @Parameters(index = "0", paramLabel = "A", description = "A file or the name of a built-in pack.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "B", description = "A file or the name of a built-in pack.")
  private String after = "";

  CatalogDiffCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Map<String, String> old = CatalogLines.of(catalog(before));
    Map<String, String> renewed = CatalogLines.of(catalog(after));
    Set<String> about = new TreeSet<>(old.keySet());
    about.addAll(renewed.keySet());
    StringBuilder output = new StringBuilder();
    for (String line : about) {
      String was = old.get(line);
      String is = renewed.get(line);
      if (was != null && !was.equals(is)) {
        write(output, '-', line, was);
      }
      if (is != null && !is.equals(was)) {
        write(output, '+', line, is);
      }
    }
    if (output.length() == 0) {
      output.append("Both say the same.\n");
    }
    new OutputTarget(environment, null).write(output.toString());
    return ExitCode.OK;
  }

  private void write(StringBuilder output, char sign, String about, String what) {
    String line = Printable.line("%s %s: %s".formatted(sign, about, what));
    TextLayout layout = environment.layout();
    output.append(sign == '-' ? layout.removed(line) : layout.added(line)).append('\n');
  }

  /** A file with the name of a pack is named with its folder. */
  private FirmwareCatalog catalog(String name) {
    if (BuiltInPacks.names().contains(name)) {
      return new BuiltInPacks(gatherer).pack(name).catalog();
    }
    FileText text = CatalogFiles.text(environment, "catalog diff", name);
    try {
      return gatherer.gather(text.content(), text.source()).catalog();
    } catch (CatalogFormatException e) {
      throw new UnreadableException(String.valueOf(e.getMessage()), e);
    }
  }
}
