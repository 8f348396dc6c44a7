package dev.ringfence.app;

import dev.ringfence.cli.CommandEnvironment;
import dev.ringfence.cli.ExitCode;
import dev.ringfence.controller.Measurements;
import dev.ringfence.controller.OperatorSettings;
import dev.ringfence.controller.RingfenceOperator;
import dev.ringfence.demo.Demo;
import dev.ringfence.demo.DemoStory;
import dev.ringfence.demo.DemoTimeoutException;
import dev.ringfence.demo.EmbeddedApi;
import dev.ringfence.metrics.Telemetry;
import dev.ringfence.metrics.TelemetryServer;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The embedded API, the operator and the story in one process, under a clock of January 2016. */
final class DemoRun {
  private static final Instant START = Instant.parse("2016-01-15T12:00:00Z");

  private final CommandEnvironment environment;
  private final int port;
  private final boolean once;

  DemoRun(CommandEnvironment environment, int port, boolean once) {
    this.environment = environment;
    this.port = port;
    this.once = once;
  }

  int run() throws IOException, InterruptedException {
    Clock now = environment.clock();
    Clock clock = Clock.offset(now, Duration.between(now.instant(), START));
    Telemetry telemetry = new Telemetry(clock);
    StopSignal stop = new StopSignal();
    OperatorSettings settings =
        new OperatorSettings(
            Set.of(), Set.of(), Set.of("lync-phone-edition"), "ringfence-demo", null);
    try (EmbeddedApi api = new EmbeddedApi();
        KubernetesClient client = api.client();
        RingfenceOperator operator =
            new RingfenceOperator(
                settings,
                client,
                new Measurements(clock, telemetry.samples(), telemetry.meters()),
                () -> stop.ask(ExitCode.FAILED));
        TelemetryServer server = new TelemetryServer(port, telemetry.scrape(), operator::unready)) {
      print("The clock of this demo started at %s.".formatted(START));
      print("");
      operator.start();
      Demo demo = new Demo(DemoStory.load(), client, this::print);
      return play(demo, server, stop);
    } catch (DemoTimeoutException e) {
      environment.say(String.valueOf(e.getMessage()));
      return ExitCode.HOLD;
    } finally {
      stop.stopped();
    }
  }

  private int play(Demo demo, TelemetryServer server, StopSignal stop)
      throws DemoTimeoutException, InterruptedException {
    demo.showSamples();
    if (once) {
      demo.playSteps();
      return ExitCode.OK;
    }
    print("");
    print("Metrics: http://127.0.0.1:%d/metrics".formatted(server.port()));
    print("Reports: %s".formatted(demo.reports()));
    print("Ctrl-C ends the demo; with --once it plays the live steps instead of staying up.");
    stop.install();
    return stop.await();
  }

  private void print(String line) {
    environment.out().println(line);
    environment.out().flush();
  }
}
