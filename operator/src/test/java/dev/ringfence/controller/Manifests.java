package dev.ringfence.controller;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Manifests for {@link OperatorRig}, in its namespace. */
public final class Manifests {
  public static final Minted ROOT = TestPki.rootCa().mint();
  public static final Minted OTHER_ROOT =
      TestPki.rootCa().subject("CN=Other Root CA,O=Example").mint();

  private Manifests() {}

  public static String chain(Minted root) {
    return TestPki.endEntity(root).mint().pem();
  }

  public static String renewal(String name, String pem, String fleet, String... more) {
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: CertificateRenewal
        metadata: {name: %s, namespace: %s}
        spec:
          chain:
            inline: |
        %s
          serverNames: [pool.example.com]
          fleetRefs: [{name: %s}]
        %s"""
        .formatted(
            name,
            OperatorRig.NAMESPACE,
            pem.strip().indent(6).stripTrailing(),
            fleet,
            Arrays.stream(more).map(line -> "  " + line + "\n").collect(Collectors.joining()));
  }

  /** A laboratory's catalog, with these lines of YAML about its capabilities. */
  public static String catalog(String... capabilities) {
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: FirmwareCatalog
        metadata: {name: lab}
        spec:
          platform: lync-phone-edition
          edition: "2026-06-01"
          priority: 10
          sources: [{id: LAB, title: Lab}]
        %s"""
        .formatted(
            capabilities.length == 0
                ? ""
                : "  capabilities:\n  - " + String.join("\n  - ", capabilities) + "\n");
  }

  /** Phones that hold the root because Active Directory brings it. */
  public static String fleet(String name, String firmware, long phones, Minted root) {
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: PhoneFleet
        metadata: {name: %s, namespace: %s}
        spec:
          groups:
          - {name: lobby, platform: lync-phone-edition, model: CX600, firmware: %s, phones: %d, site: hq, signIn: UsbTether}
          provisionedTrust:
            activeDirectory:
            - |
        %s
        """
        .formatted(
            name,
            OperatorRig.NAMESPACE,
            firmware,
            phones,
            root.pem().strip().indent(6).stripTrailing());
  }

  public static String policy(String name, String spec) {
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: RenewalPolicy
        metadata: {name: %s, namespace: %s}
        spec: {%s}
        """
        .formatted(name, OperatorRig.NAMESPACE, spec);
  }

  public static String approval(
      String name, String renewal, String chain, long phones, String expiresAt, String... rules) {
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: RenewalApproval
        metadata: {name: %s, namespace: %s}
        spec:
          renewal: %s
          chainSha256: %s
          rules: [%s]
          maxPhones: %d
          expiresAt: "%s"
          change: CHG0012345
          approvedBy: alice
        """
        .formatted(
            name,
            OperatorRig.NAMESPACE,
            renewal,
            chain,
            String.join(", ", rules),
            phones,
            expiresAt);
  }

  /** Of all that a chain violates on old firmware if it ends under a root that the phones lack. */
  public static String approvalOfForeignRoot(
      String name, String renewal, String chain, long phones, String expiresAt) {
    return approval(
        name,
        renewal,
        chain,
        phones,
        expiresAt,
        "IntermediateMissing",
        "PathBuilderDeadEnd",
        "SignatureAlgorithmUnsupported",
        "TrustAnchorMissing");
  }

  public static String configMap(String name, String key, String value) {
    return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: %s, namespace: %s, labels: {ringfence.dev/input: "true"}}
        data:
          %s: |
        %s
        """
        .formatted(name, OperatorRig.NAMESPACE, key, value.strip().indent(4).stripTrailing());
  }
}
