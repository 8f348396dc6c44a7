package dev.ringfence.kubernetes;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Manifests of a large cluster: a platform of 200 releases, 50 fleets of four releases each, and
 * one chain for each twenty renewals.
 */
final class ScaleInputs {
  static final int FLEETS = 50;
  static final String NAMESPACE = "voice";

  private static final int RELEASES = 200;
  private static final int PER_FLEET = RELEASES / FLEETS;
  private static final int RENEWALS_OF_A_CHAIN = 20;

  private final Minted root = TestPki.rootCa().mint();
  private final List<String> chains;

  ScaleInputs(int renewals) {
    chains =
        IntStream.range(0, Math.max(1, renewals / RENEWALS_OF_A_CHAIN))
            .mapToObj(
                i -> TestPki.endEntity(root).dnsNames("pool-%d.example.com".formatted(i)).mint())
            .map(Minted::pem)
            .toList();
  }

  String catalog() {
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: FirmwareCatalog
        metadata: {name: made-up}
        spec:
          platform: made-up
          sources: [{id: LAB, title: Made up for this test}]
          families: [{name: desk, profiles: [rfc5280], level: Documented, sources: [LAB]}]
          models: [{id: D1, family: desk, level: Documented, sources: [LAB]}]
          certificates:
          - id: root
            pem: |
        %s
          trustStores: [{name: store, complete: true, level: Documented, sources: [LAB], certificates: [root]}]
          capabilities:
          - {capability: signature.sha256WithRSAEncryption, value: true, level: Documented, sources: [LAB]}
          - {capability: publicKey.rsa-2048, value: true, level: Documented, sources: [LAB]}
          releases:
        %s
        """
        .formatted(root.pem().strip().indent(6).stripTrailing(), releases());
  }

  private static String releases() {
    return IntStream.range(0, RELEASES)
        .mapToObj(
            i ->
                "  - {name: R%d, version: %s, families: [desk], trustStore: store, level: Documented, sources: [LAB]}"
                    .formatted(i, version(i)))
        .collect(Collectors.joining("\n"));
  }

  /** One fact about the first release, which only the first fleet runs. */
  String changedFact() {
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: FirmwareCatalog
        metadata: {name: changed}
        spec:
          platform: made-up
          priority: 10
          sources: [{id: LAB, title: Seen in a test}]
          capabilities:
          - {capability: signature.sha256WithRSAEncryption, value: false, level: Observed, sources: [LAB], scope: {model: D1, from: %s, to: %s}}
        """
        .formatted(version(0), version(0));
  }

  String fleet(int number) {
    String groups =
        IntStream.range(0, PER_FLEET)
            .mapToObj(
                i ->
                    "  - {name: g%d, platform: made-up, model: D1, firmware: %s, phones: 40, signIn: Pin}"
                        .formatted(i, version(number * PER_FLEET + i)))
            .collect(Collectors.joining("\n"));
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: PhoneFleet
        metadata: {name: fleet-%d, namespace: %s}
        spec:
          groups:
        %s
        """
        .formatted(number, NAMESPACE, groups);
  }

  String renewal(int number) {
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: CertificateRenewal
        metadata: {name: %s, namespace: %s}
        spec:
          chain:
            inline: |
        %s
          fleetRefs: [{name: fleet-%d}]
        """
        .formatted(
            name(number),
            NAMESPACE,
            chains.get(number % chains.size()).strip().indent(6).stripTrailing(),
            number % FLEETS);
  }

  static String name(int number) {
    return "renewal-" + number;
  }

  private static String version(int release) {
    return "1.0.0." + (release + 1);
  }
}
