package dev.ringfence.app;

import ch.qos.logback.classic.Level;
import dev.ringfence.cli.CommandEnvironment;
import dev.ringfence.cli.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the operator against an API server in this process, with sample renewals. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Runs the operator against an API server in this process, with sample fleets and renewals"
            + " as of January 2016, and shows the verdicts as they arrive.")
final class DemoCommand implements Callable<Integer> {
  private static final String EMBEDDED_API =
      "io.fabric8.kubernetes.client.server.mock.KubernetesMockServer";

  private final CommandEnvironment environment;

  @Option(
      names = "--once",
      description = "Play the story, print each step, and end instead of staying up.")
  private boolean once;

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "Port of /metrics, /healthz and /readyz; 0 takes a free one (default).")
  private int port;

  DemoCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!isIncluded()) {
      environment.say(
          "The demo is not included here: the embedded API server is left out of the image; run the"
              + " demo from a build of the project.");
      return ExitCode.UNREADABLE;
    }
    LogFormat.TEXT.install(Level.WARN);
    return new DemoRun(environment, port, once).run();
  }

  /** Asked by name, so that nothing of the embedded API is loaded where it is absent. */
  private static boolean isIncluded() {
    try {
      Class.forName(EMBEDDED_API, false, DemoCommand.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
