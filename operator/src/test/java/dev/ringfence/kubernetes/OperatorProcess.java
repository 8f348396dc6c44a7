package dev.ringfence.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged operator as a process of its own. */
public final class OperatorProcess implements AutoCloseable {
  private static final Path JAR = Path.of("target", "ringfence.jar").toAbsolutePath();

  private static final String JAVA_OPTIONS = "ringfence.operator.java";

  private final String name;
  private final Path folder;
  private final Process process;

  private OperatorProcess(String name, Path folder, Process process) {
    this.name = name;
    this.folder = folder;
    this.process = process;
  }

  /** With the rights of its ServiceAccount. Its log goes to a file in the folder. */
  public static OperatorProcess start(RealApi api, Path folder, String name, String... flags) {
    return start(api.operatorKubeconfig(), folder, name, flags);
  }

  /** Its log goes to a file in the folder. */
  public static OperatorProcess start(
      String configuration, Path folder, String name, String... flags) {
    if (!Files.isRegularFile(JAR)) {
      throw new IllegalStateException("%s is missing; package the project first.".formatted(JAR));
    }
    try {
      Path kubeconfig = Files.writeString(folder.resolve(name + ".yaml"), configuration);
      ProcessBuilder builder =
          new ProcessBuilder(
                  Stream.concat(
                          Stream.concat(
                              Stream.of(
                                  Path.of(System.getProperty("java.home"), "bin", "java")
                                      .toString(),
                                  "-XX:+UseSerialGC",
                                  "-XX:TieredStopAtLevel=1",
                                  "-XX:MinHeapFreeRatio=20",
                                  "-XX:MaxHeapFreeRatio=40",
                                  "-Xms32m"),
                              javaOptions()),
                          Stream.concat(
                              Stream.of(
                                  "-jar",
                                  JAR.toString(),
                                  "operator",
                                  "--port=0",
                                  "--log-format=text"),
                              Arrays.stream(flags)))
                      .toList())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve(name + ".log").toFile());
      builder.environment().put("KUBECONFIG", kubeconfig.toString());
      builder.environment().put("POD_NAME", name);
      return new OperatorProcess(name, folder, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of the property, separated by blanks. */
  private static Stream<String> javaOptions() {
    return Arrays.stream(System.getProperty(JAVA_OPTIONS, "").split(" "))
        .filter(option -> !option.isEmpty());
  }

  public String name() {
    return name;
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  /** Sends a signal, such as {@code KILL}, {@code STOP} or {@code CONT}. */
  public void signal(String signal) throws InterruptedException {
    try {
      new ProcessBuilder(List.of("kill", "-" + signal, Long.toString(process.pid())))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The exit code.
   *
   * @throws IllegalStateException if it does not end in time
   */
  public int awaitEnd(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "%s has not ended after %d s:%n%s".formatted(name, seconds, log()));
    }
    return process.exitValue();
  }

  /** A field of {@code /proc/PID/status} in MiB, such as {@code VmRSS}. */
  public long mebibytes(String field) {
    return Long.parseLong(proc("status", field + ":").replaceAll("[^0-9]", "")) / 1024;
  }

  /** Processor time so far. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  private String proc(String file, String start) {
    try {
      return Files.readAllLines(Path.of("/proc/%d/%s".formatted(process.pid(), file))).stream()
          .filter(line -> line.startsWith(start))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String log() {
    try {
      return Files.readString(folder.resolve(name + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
