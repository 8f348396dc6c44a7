package dev.ringfence.app;

import dev.ringfence.cli.CommandEnvironment;
import dev.ringfence.cli.RingfenceCommand;
import dev.ringfence.report.TextLayout;
import java.io.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Entry point. */
public final class Main {
  private static final int DEFAULT_WIDTH = 100;

  private Main() {}

  public static void main(String[] args) {
    // Equal inputs give equal bytes on every machine. For the neutral ROOT, each "%d" of a fresh
    // process would first load the data of locales.
    Locale.setDefault(Locale.US);
    // The parser of the command line would look for Groovy in every jar, and for the methods by
    // which it could read types that no flag has.
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\.\\p{Alpha}+");
    CommandEnvironment environment =
        new CommandEnvironment(
            System.in, System.out, System.err, Clock.systemUTC(), Path.of(""), layout());
    Map<String, Supplier<? extends Callable<Integer>>> commands =
        Map.of(
            "operator", () -> new OperatorCommand(environment),
            "demo", () -> new DemoCommand(environment),
            "ready", () -> new ReadyCommand(environment));
    int code = new RingfenceCommand(environment, commands).run(args);
    if (args.length > 0 && commands.containsKey(args[0])) {
      System.exit(code);
    }
    // A command that ends by itself leaves nothing to be done. Since Java 21 an exit would look
    // through every jar for a logger to note it, which takes as long as the start of Java.
    Runtime.getRuntime().halt(code);
  }

  /** Colour only on a terminal, and not where NO_COLOR says so. */
  private static TextLayout layout() {
    boolean colour = isTerminal() && System.getenv("NO_COLOR") == null;
    return new TextLayout(width(System.getenv("COLUMNS")), colour);
  }

  /** Before Java 22 there is a console only on a terminal; since then it has to be asked. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static int width(@Nullable String columns) {
    try {
      return columns == null ? DEFAULT_WIDTH : Integer.parseInt(columns);
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }
}
