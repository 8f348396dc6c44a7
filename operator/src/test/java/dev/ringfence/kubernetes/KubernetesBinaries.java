package dev.ringfence.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The folder with etcd, kube-apiserver, kubectl and kstatus: the one that the property {@code
 * ringfence.kubernetes.binaries} names, else a cache outside the checkout, which is filled once by
 * building them from their Go modules.
 */
final class KubernetesBinaries {
  static final String FOLDER = "ringfence.kubernetes.binaries";
  static final String VERSION = "ringfence.kubernetes.version";
  static final List<String> PROGRAMS = List.of("etcd", "kstatus", "kubectl", "kube-apiserver");

  private static final String DEFAULT_VERSION = "1.36.4";
  private static final Path MODULES = Path.of("src", "test", "kubernetes");
  private static final Path CACHE =
      Path.of(System.getProperty("user.home"), ".cache", "ringfence", "kubernetes");
  private static final long LONGEST_BUILD_MINUTES = 40;

  private KubernetesBinaries() {}

  static String version() {
    return System.getProperty(VERSION, DEFAULT_VERSION);
  }

  /**
   * Empty if there are none and Go is not installed.
   *
   * @throws IllegalStateException if what was asked for is not there or a build fails
   */
  static Optional<Path> find() throws IOException, InterruptedException {
    String named = System.getProperty(FOLDER);
    if (named != null) {
      return Optional.of(complete(Path.of(named)));
    }
    Path module = MODULES.resolve(version());
    if (!Files.isDirectory(module)) {
      throw new IllegalStateException(
          "The property %s is %s; expected one of the folders in %s, or a folder with the programs in %s."
              .formatted(VERSION, version(), MODULES.toAbsolutePath(), FOLDER));
    }
    Path cached = CACHE.resolve(version() + "-" + digest(module));
    if (Files.isDirectory(cached)) {
      return Optional.of(complete(cached));
    }
    return hasGo() ? Optional.of(build(module, cached)) : Optional.empty();
  }

  private static Path complete(Path folder) {
    for (String program : PROGRAMS) {
      if (!Files.isExecutable(folder.resolve(program))) {
        throw new IllegalStateException(
            "%s has no program %s; expected %s there."
                .formatted(folder, program, String.join(", ", PROGRAMS)));
      }
    }
    return folder;
  }

  /** Into a folder beside the cached one, which appears only when all programs are in it. */
  private static Path build(Path module, Path cached) throws IOException, InterruptedException {
    Files.createDirectories(CACHE);
    Path folder = Files.createTempDirectory(CACHE, "building-");
    System.out.printf(
        "Building Kubernetes %s and etcd from their Go modules into %s, once; this takes minutes.%n",
        version(), cached);
    for (String program : PROGRAMS) {
      boolean ofKubernetes = program.startsWith("kube");
      String source = ofKubernetes ? "k8s.io/kubernetes/cmd/" + program : "./" + program;
      go(
          module,
          List.of(
              "build",
              "-trimpath",
              "-ldflags",
              ofKubernetes ? "-s -w " + stamps() : "-s -w",
              "-o",
              folder.resolve(program).toString(),
              source));
    }
    try {
      return Files.move(folder, cached);
    } catch (IOException e) {
      return complete(cached); // Another run was faster.
    }
  }

  /** Without them the server calls itself by no version, and clients refuse that. */
  private static String stamps() {
    List<String> numbers = List.of(version().split("\\.", -1));
    List<String> stamps = new ArrayList<>();
    for (String name : List.of("k8s.io/component-base/version", "k8s.io/client-go/pkg/version")) {
      stamps.add("-X %s.gitVersion=v%s".formatted(name, version()));
      stamps.add("-X %s.gitMajor=%s".formatted(name, numbers.get(0)));
      stamps.add("-X %s.gitMinor=%s".formatted(name, numbers.get(1)));
    }
    return String.join(" ", stamps);
  }

  private static boolean hasGo() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "go")));
  }

  private static void go(Path module, List<String> arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("go", ".txt");
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of("go"), arguments.stream()).toList())
            .directory(module.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(LONGEST_BUILD_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("no end of go %s".formatted(arguments));
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "go %s in %s ended with %d:%n%s"
              .formatted(arguments, module, process.exitValue(), Files.readString(output)));
    }
    Files.delete(output);
  }

  /** Of the modules and sources, so that other versions are built anew. */
  private static String digest(Path module) throws IOException {
    try (Stream<Path> files = Files.walk(module)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(module.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
