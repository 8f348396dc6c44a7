package dev.ringfence.app;

import dev.ringfence.cli.CommandEnvironment;
import dev.ringfence.cli.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks an operator whether it is ready; the image needs no other program to ask. */
@Command(
    name = "ready",
    mixinStandardHelpOptions = true,
    description =
        "Asks an operator whether it is ready: exit code 0 if it is, 3 if it is not or does not"
            + " answer, with what it waits for.")
final class ReadyCommand implements Callable<Integer> {
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int LIMIT_BYTES = 64 * 1024;

  private final CommandEnvironment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8080",
      description = "Where the operator serves its probes (${DEFAULT-VALUE}).")
  private String address = "";

  ReadyCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (!address.matches("[^/@?#\\s]+:[0-9]{1,5}")) {
      environment.say(
          "\"%s\" is no address; expected HOST:PORT, such as 127.0.0.1:8080.".formatted(address));
      return ExitCode.UNREADABLE;
    }
    try {
      return ask();
    } catch (IOException | IllegalArgumentException e) {
      environment.say("No operator answers at %s: %s.".formatted(address, e.getMessage()));
      return ExitCode.HOLD;
    }
  }

  private int ask() throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) new URL("http://" + address + "/readyz").openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setInstanceFollowRedirects(false);
    int status = connection.getResponseCode();
    try (InputStream body =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      String text =
          body == null
              ? ""
              : new String(body.readNBytes(LIMIT_BYTES), StandardCharsets.UTF_8).strip();
      environment.out().println(text.isEmpty() ? "HTTP status " + status : text);
      environment.out().flush();
    }
    return status == 200 ? ExitCode.OK : ExitCode.HOLD;
  }
}
