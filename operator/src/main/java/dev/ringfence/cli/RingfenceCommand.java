package dev.ringfence.cli;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
    commands.putAll(more);
  }

  /** Runs one command line and returns its exit code; never throws, never prints a stack trace. */
  public int run(String... args) {
    try {
      return commandLine(args).execute(args);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return internalError(e);
    }
  }

  private CommandLine commandLine(String... args) {
    CommandLine root = new CommandLine(new Root());
    if (args.length > 0 && commands.containsKey(args[0])) {
      add(root, args[0]);
    } else {
      commands.keySet().forEach(name -> add(root, name));
    }
    root.setOut(environment.outWriter());
    root.setErr(environment.errWriter());
    root.setUsageHelpWidth(environment.layout().width());
    root.setParameterExceptionHandler(this::onUnreadableFlag);
    root.setExecutionExceptionHandler((e, line, parsed) -> onFailure(e));
    return root;
  }

  private void add(CommandLine root, String name) {
    Supplier<? extends Callable<Integer>> command = commands.get(name);
    if (command != null) {
      root.addSubcommand(name, command.get());
    }
  }

  private int onUnreadableFlag(ParameterException e, String[] args) {
    String help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    say("%s See \"%s\".".formatted(sentence(e.getMessage()), help));
    return ExitCode.UNREADABLE;
  }

  private int onFailure(Exception e) {
    if (e instanceof UnreadableException) {
      say(String.valueOf(e.getMessage()));
      return ExitCode.UNREADABLE;
    }
    if (e instanceof OutputTarget.OutputException) {
      say(String.valueOf(e.getMessage()));
      return ExitCode.HOLD;
    }
    return internalError(e);
  }

  private int internalError(Throwable e) {
    say(
        "No verdict was reached, because of an internal error: %s%s."
            .formatted(
                e.getClass().getSimpleName(), e.getMessage() == null ? "" : ", " + e.getMessage()));
    return ExitCode.HOLD;
  }

  private void say(String sentence) {
    environment.say(sentence);
  }

  private static String sentence(@Nullable String message) {
    String text = message == null ? "The command line cannot be read" : message.strip();
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }

  @Command(
      name = "ringfence",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "COMMAND",
      description =
          "Shows, firmware by firmware, which desk phones a renewed certificate chain would lose.",
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {
        "0:the gate is open",
        "1:the gate is closed, or defects were found",
        "2:a file or flag of the command line cannot be read",
        "3:no verdict could be reached"
      })
  static final class Root implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      if (spec == null) {
        throw new IllegalStateException("The root command was run outside its command line.");
      }
      throw new ParameterException(spec.commandLine(), "A command is missing.");
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
