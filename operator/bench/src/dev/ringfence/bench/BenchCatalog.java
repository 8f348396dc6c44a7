package dev.ringfence.bench;

import java.util.List;

/** A catalog of a platform that is not there: each release carries one of the dated stores. */
final class BenchCatalog {
  static final String PLATFORM = "bench";
  static final String MODEL = "BENCH";

  private BenchCatalog() {}

  static String version(int release) {
    return "1.0.0." + release;
  }

  /**
   * YAML.
   *
   * @param releases how many; the stores are used in turn
   */
  static String of(int releases, List<String> stores, List<String> profiles) {
    StringBuilder yaml =
        new StringBuilder(
            """
            apiVersion: ringfence.dev/v1alpha1
            kind: FirmwareCatalog
            metadata: {name: bench}
            spec:
              platform: %s
              sources: [{id: BENCH, title: "Made up for a measurement"}]
              families: [{name: bench, profiles: %s, level: Documented, sources: [BENCH]}]
              models: [{id: %s, family: bench, manufacturer: None, use: desk, level: Documented, sources: [BENCH]}]
              capabilities:
              - {capability: signature.sha256WithRSAEncryption, value: true, level: Documented, sources: [BENCH]}
              - {capability: publicKey.rsa-2048, value: true, level: Documented, sources: [BENCH]}
              - {capability: publicKey.rsa-4096, value: true, level: Documented, sources: [BENCH]}
              releases:
            """
                .formatted(PLATFORM, profiles, MODEL));
    for (int i = 0; i < releases; i++) {
      yaml.append(
          ("  - {name: r%d, version: %s, families: [bench], trustStore: %s, level: Documented,"
                  + " sources: [BENCH]}%n")
              .formatted(i, version(i), stores.get(i % stores.size())));
    }
    return yaml.toString();
  }
}
