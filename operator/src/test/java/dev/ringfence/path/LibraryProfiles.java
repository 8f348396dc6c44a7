package dev.ringfence.path;

import java.util.Map;
import java.util.function.BiConsumer;

/** Which profile stands for which build of a library in the reference data. */
final class LibraryProfiles {
  private static final Map<String, String> NAMES =
      Map.of(
          "openssl-1.0.0m", "openssl-1.0.0",
          "openssl-1.0.1e", "openssl-1.0.1",
          "openssl-1.0.1l", "openssl-1.0.1",
          "openssl-1.0.1u", "openssl-1.0.1n",
          "openssl-1.0.2d", "openssl-1.0.2",
          "openssl-1.0.2s", "openssl-1.0.2",
          "openssl-1.1.1g", "openssl-1.1.1",
          "openssl-1.1.1k", "openssl-1.1.1");

  private LibraryProfiles() {}

  /** Library and profile; 1.1.1k is a later release and so held against two. */
  static void forEach(BiConsumer<String, String> use) {
    NAMES.forEach(use);
    use.accept("openssl-1.1.1k", "openssl-1.1.1i");
  }

  static PathProfile of(String library) {
    return PathProfiles.named(NAMES.getOrDefault(library, library));
  }
}
