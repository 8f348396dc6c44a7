package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process: the launcher, its streams, its archive of classes. */
class LauncherIT {
  private static final Path LAUNCHER = Path.of("target/ringfence/bin/ringfence").toAbsolutePath();
  private static final String CHECK =
      " check --chain examples/chains/ibmcloud-messaging-2014.pem"
          + " --fleet examples/inventories/phones.csv --at 2016-01-15T12:00:00Z";

  private static final String JAVA_OF_THE_BUILD =
      "JAVA_HOME='" + System.getProperty("java.home") + "'";

  @TempDir Path folder;

  @BeforeEach
  void onlyWhereThereIsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "The launcher is for a shell.");
  }

  @Test
  void printsTheReportAndNothingElse() throws Exception {
    ShellCommand.Result result = run(LAUNCHER + CHECK);

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("Block, gate Closed: ").doesNotContain("\u001B");
    assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void answersAsTheJarDoes() throws Exception {
    assertThat(run(LAUNCHER + CHECK + " -o json"))
        .isEqualTo(run("java -jar target/ringfence.jar" + CHECK + " -o json"));
  }

  @Test
  void manifestsBringNoLogLinesIntoAReport() throws Exception {
    ShellCommand.Result result =
        run(LAUNCHER + CHECK + " --policy examples/command-line/observe.yaml -o json");

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("{\n");
    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void saysTheSameInEveryLanguage() throws Exception {
    String arabic = "RINGFENCE_JAVA_OPTS='-Duser.language=ar -Duser.country=EG' ";

    assertThat(run(arabic + LAUNCHER + CHECK)).isEqualTo(run(LAUNCHER + CHECK));
  }

  @Test
  void worksThroughALinkFromAnywhere() throws Exception {
    Files.createSymbolicLink(folder.resolve("rf"), LAUNCHER);

    ShellCommand.Result result = ShellCommand.in(folder, folder).run("./rf --version");

    assertThat(result.out()).matches("ringfence [0-9].*\n");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void usesTheArchiveOfItsClasses() throws Exception {
    assertThat(LAUNCHER.resolveSibling("../ringfence.jsa")).exists();

    ShellCommand.Result result =
        run(
            JAVA_OF_THE_BUILD
                + " RINGFENCE_JAVA_OPTS=-Xlog:class+load:file="
                + folder.resolve("classes")
                + " "
                + LAUNCHER
                + CHECK);
    String loaded = Files.readString(folder.resolve("classes"));

    assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(loaded)
        .contains("dev.ringfence.policy.PolicyEngine source: shared objects file")
        .doesNotContain("io.fabric8", "io.micrometer", "io.javaoperatorsdk", "ch.qos.logback");
  }

  /** Each would be looked for in every jar of the class path. */
  @Test
  void looksForNoClassThatIsNotThere() throws Exception {
    ShellCommand.Result result =
        run(
            JAVA_OF_THE_BUILD
                + " RINGFENCE_JAVA_OPTS=-Xlog:exceptions=info:file="
                + folder.resolve("thrown")
                + " "
                + LAUNCHER
                + CHECK);

    assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(folder.resolve("thrown"))
        .exists()
        .content()
        .doesNotContain("ClassNotFoundException", "NoClassDefFoundError");
  }

  @Test
  void answersAlikeWithAnArchiveWithACacheAndWithNeither() throws Exception {
    ShellCommand.Result withNeither = run(launcherWithoutArchives() + CHECK + " -o json");

    assertThat(withNeither.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run(JAVA_OF_THE_BUILD + " " + LAUNCHER + CHECK + " -o json")).isEqualTo(withNeither);
    assertThat(run("unset JAVA_HOME; " + LAUNCHER + CHECK + " -o json")).isEqualTo(withNeither);
  }

  @Test
  void aCacheWhoseJavaIsGoneIsPassedOver() throws Exception {
    Path launcher = launcherWithoutArchives();
    Files.writeString(folder.resolve("ringfence/java-of-aot"), folder + "/bin/java\n");

    ShellCommand.Result result = run("unset JAVA_HOME; " + launcher + CHECK);

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aReaderThatGoesAwayIsNoAnswer() throws Exception {
    ShellCommand.Result result = run("(" + LAUNCHER + CHECK + "; echo code $? >&2) | true");

    assertThat(result.err())
        .isEqualTo("The output could not be written to standard output.\ncode 3\n");
  }

  private Path launcherWithoutArchives() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("ringfence/bin"));
    Path target = LAUNCHER.resolveSibling("../..").toRealPath();
    for (String link : List.of("ringfence.jar", "ringfence/lib")) {
      Files.createSymbolicLink(folder.resolve(link), target.resolve(link));
    }
    return Files.copy(LAUNCHER, bin.resolve("ringfence"));
  }

  private ShellCommand.Result run(String command) throws Exception {
    return ShellCommand.in(Path.of(""), folder).run(command);
  }
}
