package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.kubernetes.AuditedRequest;
import dev.ringfence.kubernetes.ChartRelease;
import dev.ringfence.kubernetes.RealApi;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The operator under the ServiceAccount of the chart, on a real API server: it needs every right
 * that the chart binds to it, asks for nothing else, and has nothing else.
 */
class RightsIT {
  private static final String INVENTORY = "model,firmware,phones\nCX600,4.0.7577.4387,120\n";
  private static final String SYSTEM = "ringfence-system";

  private final RealApi api = RealApi.get();

  @Test
  void needsEveryRightOfTheDefaultInstallAndNoOther() {
    try (ChartRelease release = ChartRelease.install(api, Map.of())) {
      long before = api.auditedSoFar();
      liveOnce(everywhere(), "{inline: CHAIN}");
      Set<String> asked = askedSince(before);

      assertThat(asked).containsExactlyInAnyOrderElementsOf(release.rights());
      assertThat(release.rights()).noneMatch(right -> right.contains("secrets"));
    }
  }

  @Test
  void needsEveryRightOverSecretsOfTheNamespacesNamed() {
    Map<String, String> values =
        Map.of(
            "secrets.namespaces[0]",
            OperatorRig.NAMESPACE,
            "watch.namespaces[0]",
            OperatorRig.NAMESPACE);
    try (ChartRelease release = ChartRelease.install(api, values)) {
      long before = api.auditedSoFar();
      liveOnce(withSecrets(), "{secretKeyRef: {name: pool-tls, key: tls.crt}}");
      Set<String> asked = askedSince(before);

      assertThat(asked).containsExactlyInAnyOrderElementsOf(release.rights());
      assertThat(release.rights()).contains("get secrets", "list secrets", "watch secrets");
    }
  }

  @Test
  void mayDoNothingElse() {
    try (ChartRelease release = ChartRelease.install(api, Map.of());
        KubernetesClient operator = api.operatorClient()) {
      assertThat(may(operator, "get", "", "configmaps", "elsewhere")).isTrue();
      for (String verb : List.of("get", "list", "watch", "create", "patch", "delete")) {
        assertThat(may(operator, verb, "", "secrets", OperatorRig.NAMESPACE)).as(verb).isFalse();
        assertThat(may(operator, verb, "", "pods", OperatorRig.NAMESPACE)).as(verb).isFalse();
      }
      for (String verb : List.of("create", "update", "patch", "delete", "deletecollection")) {
        for (String kind :
            List.of("certificaterenewals", "phonefleets", "renewalpolicies", "renewalapprovals")) {
          assertThat(may(operator, verb, "ringfence.dev", kind, OperatorRig.NAMESPACE))
              .as(verb + " " + kind)
              .isFalse();
        }
      }
      assertThat(may(operator, "delete", "", "configmaps", OperatorRig.NAMESPACE)).isFalse();
      assertThat(may(operator, "get", "coordination.k8s.io", "leases", "kube-system")).isFalse();
      assertThat(release.rights()).isNotEmpty();
    }
  }

  /** Everything that a cluster can make the operator do, once. */
  private static void liveOnce(OperatorSettings settings, String source) {
    String pem = Manifests.chain(Manifests.ROOT);
    try (OperatorRig rig = OperatorRig.asServiceAccount(settings)) {
      rig.apply(inventory());
      rig.apply(fleetOfInventory());
      rig.client().resource(secret(pem)).create();
      rig.apply(
          Manifests.renewal("pool", pem, "desk-phones")
              .replaceFirst("(?s)  chain:.*(?=  serverNames)", chain(source, pem)));
      rig.apply(Manifests.policy("default", "mode: Enforce"));
      rig.apply(Manifests.catalog());
      rig.start();
      String chain =
          Objects.requireNonNull(rig.awaitVerdict("pool", "Block", "Closed").chainSha256());
      rig.apply(
          Manifests.approvalOfForeignRoot("chg1", "pool", chain, 120, "2027-06-01T00:00:00Z"));
      rig.awaitVerdict("pool", "Block", "Open");
      rig.apply(
          Manifests.approval(
              "of-nothing", "absent", chain, 1, "2027-06-01T00:00:00Z", "TrustAnchorMissing"));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  rig.client()
                          .resources(RenewalApproval.class)
                          .inNamespace(OperatorRig.NAMESPACE)
                          .withName("of-nothing")
                          .get()
                          .getStatus()
                          .failingClause()
                      != null);
      rig.stop();
      rig.start();
      rig.awaitQuiet();
      rig.client()
          .configMaps()
          .inNamespace(OperatorRig.NAMESPACE)
          .withName(ReportConfigMap.name("pool"))
          .edit(map -> new ConfigMapBuilder(map).withData(Map.of("report.json", "{}")).build());
      rig.awaitQuiet();
    }
  }

  private static String chain(String source, String pem) {
    return source.contains("CHAIN")
        ? "  chain:\n    inline: |\n" + pem.strip().indent(6)
        : "  chain: " + source + "\n";
  }

  private Set<String> askedSince(long before) {
    Set<AuditedRequest> requests = api.requestsOfOperator(before);
    assertThat(requests)
        .allMatch(AuditedRequest::allowed)
        .allMatch(AuditedRequest::bounded)
        .anyMatch(request -> request.verb().equals("watch"));
    return requests.stream()
        .map(AuditedRequest::right)
        // Everybody may ask what he may do.
        .filter(right -> !right.contains("selfsubject"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean may(
      KubernetesClient client, String verb, String group, String resource, String namespace) {
    SelfSubjectAccessReview review =
        new SelfSubjectAccessReviewBuilder()
            .withNewSpec()
            .withNewResourceAttributes()
            .withVerb(verb)
            .withGroup(group)
            .withResource(resource)
            .withNamespace(namespace)
            .endResourceAttributes()
            .endSpec()
            .build();
    return client
        .authorization()
        .v1()
        .selfSubjectAccessReview()
        .create(review)
        .getStatus()
        .getAllowed();
  }

  private static OperatorSettings everywhere() {
    return new OperatorSettings(
        Set.of(), Set.of(), Set.of("lync-phone-edition"), "ringfence-0", lease());
  }

  private static OperatorSettings withSecrets() {
    return new OperatorSettings(
        Set.of(OperatorRig.NAMESPACE),
        Set.of(OperatorRig.NAMESPACE),
        Set.of("lync-phone-edition"),
        "ringfence-0",
        lease());
  }

  private static OperatorSettings.Lease lease() {
    return new OperatorSettings.Lease(SYSTEM, "gate-ringfence");
  }

  private static String inventory() {
    return Manifests.configMap("inventory", "phones.csv", INVENTORY);
  }

  private static String fleetOfInventory() {
    return """
        apiVersion: ringfence.dev/v1alpha1
        kind: PhoneFleet
        metadata: {name: desk-phones, namespace: %s}
        spec:
          inventory: {configMapKeyRef: {name: inventory, key: phones.csv}, format: Plain}
        """
        .formatted(OperatorRig.NAMESPACE);
  }

  private static io.fabric8.kubernetes.api.model.Secret secret(String pem) {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace(OperatorRig.NAMESPACE)
        .withName("pool-tls")
        .withLabels(Map.of("ringfence.dev/input", "true"))
        .endMetadata()
        .withData(
            Map.of(
                "tls.crt",
                Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8))))
        .build();
  }
}
