package dev.ringfence.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.cli.CommandEnvironment;
import dev.ringfence.cli.RingfenceCommand;
import dev.ringfence.metrics.Telemetry;
import dev.ringfence.metrics.TelemetryServer;
import dev.ringfence.report.TextLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadyCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void saysThatAnOperatorIsReady() throws IOException {
    try (TelemetryServer server = server(List.of())) {
      assertThat(run("127.0.0.1:" + server.port())).isZero();
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("ready\n");
  }

  @Test
  void saysWhatAnOperatorWaitsFor() throws IOException {
    try (TelemetryServer server = server(List.of("The informers have not synced yet."))) {
      assertThat(run("127.0.0.1:" + server.port())).isEqualTo(3);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("The informers have not synced yet.\n");
  }

  @Test
  void noAnswerIsNotReady() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(run("127.0.0.1:" + free)).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("No operator answers at 127.0.0.1:" + free + ": ");
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThat(run("http://127.0.0.1:8080/readyz")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("\"http://127.0.0.1:8080/readyz\" is no address; expected HOST:PORT");
  }

  private static TelemetryServer server(List<String> unready) throws IOException {
    return new TelemetryServer(0, new Telemetry(Clock.systemUTC()).scrape(), () -> unready);
  }

  private int run(String address) {
    CommandEnvironment environment =
        new CommandEnvironment(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Clock.systemUTC(),
            Path.of(""),
            TextLayout.PLAIN);
    return new RingfenceCommand(environment, Map.of("ready", () -> new ReadyCommand(environment)))
        .run("ready", address);
  }
}
