package dev.ringfence.cli;

import dev.ringfence.gather.NearestName;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A sentence and an exit code for everything that can end a command.
 *
 * <p>A class and not two lambdas, for a lambda would keep the class files of picocli's interfaces
 * out of the launcher's archive: they are older than what the archive takes in linked form.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final CommandEnvironment environment;

  Failures(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    String help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    environment.say("%s See \"%s\".".formatted(sentence(e), help));
    return ExitCode.UNREADABLE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    if (e instanceof UnreadableException) {
      environment.say(String.valueOf(e.getMessage()));
      return ExitCode.UNREADABLE;
    }
    if (e instanceof OutputTarget.OutputException) {
      environment.say(String.valueOf(e.getMessage()));
      return ExitCode.HOLD;
    }
    return internal(e);
  }

  int internal(Throwable e) {
    environment.say(
        "No verdict was reached, because of an internal error: %s%s."
            .formatted(
                e.getClass().getSimpleName(), e.getMessage() == null ? "" : ", " + e.getMessage()));
    return ExitCode.HOLD;
  }

  private static String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched);
    }
    String text = e.getMessage() == null ? "The command line cannot be read" : e.getMessage();
    return text.strip().endsWith(".") ? text.strip() : text.strip() + ".";
  }

  private static String unknown(UnmatchedArgumentException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String word = e.getUnmatched().get(0);
    boolean flag = word.startsWith("-");
    Set<String> known = flag ? command.optionsMap().keySet() : command.subcommands().keySet();
    return "%s has no %s \"%s\".%s"
        .formatted(
            command.qualifiedName(),
            flag ? "flag" : known.isEmpty() ? "argument" : "command",
            word,
            NearestName.question(word, known));
  }
}
