package dev.ringfence.cli;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The root command. Only the command that is asked for is constructed, so that {@code check} never
 * loads a class of the operator.
 */
public final class RingfenceCommand {
  private final CommandEnvironment environment;
  private final SortedMap<String, Supplier<? extends Callable<Integer>>> commands = new TreeMap<>();

  /**
   * @param more commands by name that are not of this package; each supplies a picocli command
   *     object that returns one of {@link ExitCode}
   */
  public RingfenceCommand(
      CommandEnvironment environment, Map<String, Supplier<? extends Callable<Integer>>> more) {
    this.environment = environment;
    commands.put("check", () -> new CheckCommand(environment));
    commands.put("explain", () -> new ExplainCommand(environment));
    commands.put("catalog", () -> new CatalogCommand(environment));
    commands.put("fleet", () -> new FleetCommand(environment));
    commands.put("limbo", () -> new LimboCommand(environment));
    commands.put("rules", () -> new RulesCommand(environment));
    commands.put("verify", () -> new VerifyCommand(environment));
    commands.putAll(more);
  }

  /** Runs one command line and returns its exit code; never throws, never prints a stack trace. */
  public int run(String... args) {
    Failures failures = new Failures(environment);
    try {
      return commandLine(failures, args).execute(args);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return failures.internal(e);
    }
  }

  private CommandLine commandLine(Failures failures, String... args) {
    CommandLine root = new CommandLine(root());
    if (args.length > 0 && commands.containsKey(args[0])) {
      add(root, args[0]);
    } else {
      commands.keySet().forEach(name -> add(root, name));
    }
    root.setOut(environment.outWriter());
    root.setErr(environment.errWriter());
    root.setUsageHelpWidth(environment.layout().width());
    root.setParameterExceptionHandler(failures);
    root.setExecutionExceptionHandler(failures);
    return root;
  }

  private void add(CommandLine root, String name) {
    Supplier<? extends Callable<Integer>> supplier = commands.get(name);
    if (supplier == null) {
      return;
    }
    Callable<Integer> command = supplier.get();
    CommandLine line =
        new CommandLine(
            command instanceof DescribedCommand described ? described.description() : command);
    if (command instanceof CommandGroup group) {
      group.members().forEach((member, made) -> line.addSubcommand(member, made.get()));
    }
    root.addSubcommand(name, line);
  }

  private static CommandSpec root() {
    Root run = new Root();
    CommandSpec root =
        CommandSpec.wrapWithoutInspection(run)
            .name("ringfence")
            .versionProvider(new Version())
            .addOption(
                OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help message and exit.")
                    .build())
            .addOption(
                OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description("Print version information and exit.")
                    .build());
    root.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .description(
            "Shows, firmware by firmware, which desk phones a renewed certificate chain would lose.")
        .exitCodeListHeading("Exit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:the gate is open",
                "1:the gate is closed, or defects were found",
                "2:a file or flag of the command line cannot be read",
                "3:no verdict could be reached"));
    run.spec = root;
    return root;
  }

  static final class Root implements Callable<Integer> {
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      throw MissingCommand.of(spec);
    }
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = RingfenceCommand.class.getPackage().getImplementationVersion();
      return new String[] {"ringfence " + (version == null ? "(version unknown)" : version)};
    }
  }
}
