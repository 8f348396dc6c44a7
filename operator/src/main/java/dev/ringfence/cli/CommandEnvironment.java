package dev.ringfence.cli;

import dev.ringfence.report.Printable;
import dev.ringfence.report.TextLayout;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a command may touch of its process. Tests give their own.
 *
 * @param directory against which relative file names are resolved
 * @param layout of text on standard output
 */
public record CommandEnvironment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Clock clock,
    Path directory,
    TextLayout layout) {

  /** Tells the user one sentence, beside the requested output. */
  public void say(String sentence) {
    byte[] line = (Printable.line(sentence) + "\n").getBytes(StandardCharsets.UTF_8);
    err.write(line, 0, line.length);
    err.flush();
  }

  PrintWriter outWriter() {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  PrintWriter errWriter() {
    return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
  }
}
