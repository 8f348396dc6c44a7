package dev.ringfence.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is in the image, and the command line in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageIT {
  private static final Path BUILT = Path.of("target", "ringfence");

  /** Asked for by code that is never reached: annotation processing and Java beans in libraries. */
  private static final Set<String> NEVER_REACHED = Set.of("java.compiler", "java.desktop");

  private static final long MOST_BYTES = 70_000_000;

  private final ImageTar image;
  private final Path folder;

  ImageIT(@TempDir Path folder) throws IOException, InterruptedException {
    this.image = ImageTar.open(folder.resolve("image"));
    this.folder = folder;
  }

  @Test
  void isStartedAsAnOrdinaryUserByTheJavaInIt() throws IOException, InterruptedException {
    JsonNode config = image.config();

    assertThat(config.path("User").asText()).isEqualTo("65532:65532");
    assertThat(words(config.path("Entrypoint")))
        .containsExactly("java", "-jar", "/app/ringfence.jar");
    assertThat(config.path("Cmd").isEmpty()).isTrue();
    assertThat(words(config.path("Env"))).contains("PATH=/opt/java/bin", "LANG=C.UTF-8");
    assertThat(config.path("ExposedPorts").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("8080/tcp");
    assertThat(config.path("Labels").path("org.opencontainers.image.version").asText())
        .isEqualTo("0.1.0");
    assertThat(image.description().path("os").asText()).isEqualTo("linux");
    assertThat(image.description().path("architecture").asText()).isEqualTo("amd64");
    assertThat(image.files()).containsKeys("/app/ringfence.jar", "/opt/java/bin/java");
    assertThat(image.bytes()).isLessThan(MOST_BYTES);
  }

  @Test
  void holdsTheLibrariesOfTheProgramAndNotThoseOfTheDemo()
      throws IOException, InterruptedException {
    Set<String> jars = new TreeSet<>();
    for (String file : image.files().keySet()) {
      if (file.endsWith(".jar") && !file.startsWith("/opt/java/")) {
        jars.add(file);
      }
    }
    Set<String> expected = new TreeSet<>(Set.of("/app/ringfence.jar"));
    names(BUILT.resolve("lib")).forEach(jar -> expected.add("/app/ringfence/lib/" + jar));

    assertThat(jars).isEqualTo(expected);
    assertThat(names(BUILT.resolve("lib-demo")))
        .isNotEmpty()
        .allSatisfy(jar -> assertThat(image.files().keySet()).noneMatch(f -> f.endsWith(jar)));
  }

  @Test
  void nothingElseCanBeExecutedOrChanged() throws IOException, InterruptedException {
    List<String> executable = new ArrayList<>();
    List<String> writable = new ArrayList<>();
    image
        .files()
        .forEach(
            (path, mode) -> {
              assertThat(mode).as(path).matches("[-d].{9} 0/0").doesNotContain("s");
              if (mode.startsWith("-") && mode.contains("x")) {
                executable.add(path);
              }
              if (mode.charAt(5) == 'w' || mode.charAt(8) == 'w') {
                writable.add(path);
              }
            });

    assertThat(executable)
        .containsExactly(
            "/lib64/ld-linux-x86-64.so.2",
            "/opt/java/bin/java",
            "/opt/java/bin/keytool",
            "/opt/java/lib/jspawnhelper");
    assertThat(writable).containsExactly("/tmp");
  }

  @Test
  void theRuntimeHasEveryModuleThatTheProgramAsksFor() throws IOException, InterruptedException {
    Set<String> needed = new TreeSet<>(modulesOfTheProgram());
    assertThat(needed).contains("java.base", "java.naming").containsAll(NEVER_REACHED);
    needed.removeAll(NEVER_REACHED);

    Set<String> present = new TreeSet<>();
    container()
        .run(List.of("java", "--list-modules"))
        .output()
        .lines()
        .forEach(line -> present.add(line.split("@", 2)[0]));
    assertThat(present).containsAll(needed).doesNotContainAnyElementsOf(NEVER_REACHED);
  }

  @Test
  void givesTheVerdictThatTheProgramGivesOutside() throws IOException, InterruptedException {
    Container container = container();
    for (String file : List.of("chains/ibmcloud-messaging-2014.pem", "inventories/phones.csv")) {
      container.file("/examples/" + file, Files.readString(Path.of("examples").resolve(file)));
    }
    assertThat(container.run("--version")).isEqualTo(new Container.Run(0, "ringfence 0.1.0\n"));

    List<String> check =
        List.of(
            "check",
            "--chain",
            "%schains/ibmcloud-messaging-2014.pem",
            "--fleet",
            "%sinventories/phones.csv",
            "--at",
            "2016-01-15T12:00:00Z",
            "-o",
            "text");
    Container.Run inside = container.run(at("/examples/", check));
    Process outside =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(BUILT.resolve("bin/ringfence").toString()),
                        Stream.of(at("examples/", check)))
                    .toList())
            .redirectErrorStream(true)
            .start();
    String printed = new String(outside.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(inside.output().replace("/examples/", "examples/")).isEqualTo(printed);
    assertThat(inside.exit()).isEqualTo(outside.waitFor()).isEqualTo(1);
  }

  @Test
  void saysThatTheDemoIsNotInIt() throws IOException, InterruptedException {
    Container.Run run = container().run("demo", "--once");

    assertThat(run.output()).contains("The demo is not included here");
    assertThat(run.exit()).isEqualTo(2);
  }

  private Container container() throws IOException, InterruptedException {
    return new Container(image, Files.createTempDirectory(folder, "container"));
  }

  private static String[] at(String folder, List<String> arguments) {
    return arguments.stream().map(word -> word.replace("%s", folder)).toArray(String[]::new);
  }

  private static Set<String> modulesOfTheProgram() throws IOException {
    List<String> jars = names(BUILT.resolve("lib")).map(jar -> BUILT + "/lib/" + jar).toList();
    StringWriter out = new StringWriter();
    List<String> arguments =
        new ArrayList<>(
            List.of("--multi-release", "17", "--ignore-missing-deps", "--print-module-deps"));
    arguments.addAll(List.of("--class-path", String.join(":", jars), "target/ringfence.jar"));
    arguments.addAll(jars);
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
    String last = out.toString().lines().reduce((first, second) -> second).orElseThrow();
    return Set.of(last.split(",", -1));
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(word.asText()));
    return words;
  }
}
