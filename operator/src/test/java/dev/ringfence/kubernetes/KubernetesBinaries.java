package dev.ringfence.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    GoModule module = new GoModule(MODULES.resolve(version()));
    if (!Files.isDirectory(module.folder())) {
      throw new IllegalStateException(
          "The property %s is %s; expected one of the folders in %s, or a folder with the programs in %s."
              .formatted(VERSION, version(), MODULES.toAbsolutePath(), FOLDER));
    }
    Path cached = CACHE.resolve(version() + "-" + module.digest());
    if (Files.isDirectory(cached)) {
      return Optional.of(complete(cached));
    }
    return GoModule.isGoInstalled() ? Optional.of(build(module, cached)) : Optional.empty();
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
  private static Path build(GoModule module, Path cached) throws IOException, InterruptedException {
    Files.createDirectories(CACHE);
    Path folder = Files.createTempDirectory(CACHE, "building-");
    System.out.printf(
        "Building Kubernetes %s and etcd from their Go modules into %s, once; this takes minutes.%n",
        version(), cached);
    for (String program : PROGRAMS) {
      boolean ofKubernetes = program.startsWith("kube");
      String source = ofKubernetes ? "k8s.io/kubernetes/cmd/" + program : "./" + program;
      module.build(folder.resolve(program), source, ofKubernetes ? "-s -w " + stamps() : "-s -w");
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
}
