package dev.ringfence.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
  private static final Path NAMESPACED = Chart.FOLDER.resolve("ci/namespaced-values.yaml");
  private static final Path MINIMAL = Chart.FOLDER.resolve("ci/minimal-values.yaml");

  static List<Path> everyValuesFile() throws IOException {
    try (Stream<Path> files = Files.list(Chart.FOLDER.resolve("ci"))) {
      return Stream.concat(Stream.of(Chart.FOLDER.resolve("values.yaml")), files).sorted().toList();
    }
  }

  @Test
  void passesTheStrictLint() {
    LintResult result = new Helm(Chart.FOLDER).lint().strict().call();

    assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("everyValuesFile")
  void everyObjectIsNamedLabelledAndUnique(Path values) throws IOException {
    List<JsonNode> objects = Chart.render(Map.of(), values);

    assertThat(objects).isNotEmpty();
    assertThat(objects)
        .extracting(
            object ->
                object.path("kind").asText()
                    + " "
                    + object.path("metadata").path("namespace").asText()
                    + "/"
                    + object.path("metadata").path("name").asText())
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.endsWith("/"));
    assertThat(objects)
        .filteredOn(object -> !object.path("kind").asText().equals("CustomResourceDefinition"))
        .allSatisfy(
            object ->
                assertThat(object.at("/metadata/labels/app.kubernetes.io~1name").asText())
                    .isEqualTo("ringfence"));
  }

  @ParameterizedTest
  @MethodSource("everyValuesFile")
  void noRightHasAWildcard(Path values) throws IOException {
    List<JsonNode> rules = Chart.rules(Chart.render(Map.of(), values));

    assertThat(rules)
        .allSatisfy(
            rule ->
                assertThat(rule)
                    .allSatisfy(part -> assertThat(Chart.texts(part)).doesNotContain("*")));
  }

  @Test
  void eachShardIsADeploymentWithALeaseOfItsOwn(@TempDir Path folder) throws IOException {
    Path values =
        Files.writeString(folder.resolve("values.yaml"), "sharding: {shards: [north, south]}");
    List<JsonNode> objects = Chart.render(Map.of(), values);
    List<JsonNode> deployments = Chart.ofKind(objects, "Deployment");

    assertThat(deployments)
        .extracting(deployment -> deployment.at("/spec/selector/matchLabels").toString())
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(deployments.get(0).at("/spec/template/spec/containers/0/args").toString())
        .contains("\"--shard=north\"", "\"--catalog-status=true\"", "-north\"");
    assertThat(deployments.get(1).at("/spec/template/spec/containers/0/args").toString())
        .contains("\"--shard=south\"", "\"--catalog-status=false\"", "-south\"");
    assertThat(Chart.rules(Chart.ofKind(objects, "ClusterRole")))
        .anyMatch(rule -> Chart.texts(rule.path("resources")).contains("namespaces"));
    assertThat(Chart.rules(Chart.ofKind(Chart.render(Map.of()), "ClusterRole")))
        .noneMatch(rule -> Chart.texts(rule.path("resources")).contains("namespaces"));
  }

  @Test
  void grantsNoSecretByDefault() throws IOException {
    assertThat(Chart.rules(Chart.render(Map.of())))
        .isNotEmpty()
        .noneMatch(rule -> Chart.texts(rule.path("resources")).contains("secrets"));
  }

  @Test
  void grantsSecretsOnlyInTheNamespacesNamedAndOnlyToRead() throws IOException {
    List<JsonNode> objects = Chart.render(Map.of(), NAMESPACED);
    List<JsonNode> roles =
        Chart.ofKind(objects, "Role").stream()
            .filter(role -> Chart.rules(List.of(role)).toString().contains("\"secrets\""))
            .toList();

    assertThat(roles).hasSize(1);
    assertThat(roles.get(0).at("/metadata/namespace").asText()).isEqualTo("voice");
    assertThat(roles.get(0).at("/rules"))
        .hasToString(
            "[{\"apiGroups\":[\"\"],\"resources\":[\"secrets\"],\"verbs\":[\"get\",\"list\",\"watch\"]}]");
    assertThat(Chart.rules(Chart.ofKind(objects, "ClusterRole")))
        .noneMatch(rule -> Chart.texts(rule.path("resources")).contains("secrets"));
  }

  @Test
  void withNamespacesNamedTheOperatorWritesNothingElsewhere() throws IOException {
    List<JsonNode> objects = Chart.render(Map.of(), NAMESPACED);
    JsonNode cluster =
        Chart.ofKind(objects, "ClusterRole").stream()
            .filter(role -> role.at("/metadata/name").asText().equals("gate-ringfence"))
            .findFirst()
            .orElseThrow();

    assertThat(cluster.path("rules")).isNotEmpty();
    assertThat(cluster.path("rules"))
        .allSatisfy(
            rule ->
                assertThat(Chart.texts(rule.path("resources")))
                    .isSubsetOf("firmwarecatalogs", "firmwarecatalogs/status"));
    assertThat(Chart.ofKind(objects, "Role"))
        .extracting(role -> role.at("/metadata/namespace").asText())
        .containsExactlyInAnyOrder("voice", "voice-lab", "voice", "ringfence-system");
  }

  @Test
  void theRightsOfTheOperatorAreExactlyThese() throws IOException {
    List<JsonNode> roles =
        Chart.render(Map.of()).stream()
            .filter(object -> object.path("kind").asText().endsWith("Role"))
            .filter(role -> role.at("/metadata/name").asText().matches("gate-ringfence(-lease)?"))
            .toList();

    assertThat(Chart.rules(roles))
        .extracting(
            rule ->
                "%s %s %s"
                    .formatted(
                        String.join(",", Chart.texts(rule.path("apiGroups"))),
                        String.join(",", Chart.texts(rule.path("resources"))),
                        String.join(",", Chart.texts(rule.path("verbs")))))
        .containsExactlyInAnyOrder(
            "ringfence.dev firmwarecatalogs list,watch",
            "ringfence.dev firmwarecatalogs/status update",
            "ringfence.dev certificaterenewals,phonefleets,renewalapprovals,renewalpolicies"
                + " list,watch",
            "ringfence.dev certificaterenewals get",
            "ringfence.dev certificaterenewals/status,phonefleets/status,renewalapprovals/status,"
                + "renewalpolicies/status update",
            " configmaps get,list,watch,create,update",
            " events create",
            "coordination.k8s.io leases create",
            "coordination.k8s.io leases get,patch,update");
  }

  @Test
  void nobodyBecomesAnApproverByAggregation() throws IOException {
    for (JsonNode role : Chart.ofKind(Chart.render(Map.of()), "ClusterRole")) {
      boolean aggregated = role.at("/metadata/labels").toString().contains("aggregate-to");
      for (JsonNode rule : role.path("rules")) {
        if (aggregated
            && !Chart.texts(rule.path("verbs")).equals(List.of("get", "list", "watch"))) {
          assertThat(Chart.texts(rule.path("resources")))
              .containsExactly("certificaterenewals", "phonefleets");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyValuesFile")
  void everyPodIsRestricted(Path values, @TempDir Path copy) throws IOException {
    List<JsonNode> objects = Chart.renderWithHooks(copy, Map.of(), values);
    assertRestricted(Chart.only(objects, "Deployment").at("/spec/template/spec"));
    assertRestricted(Chart.only(objects, "Pod").path("spec"));
  }

  private static void assertRestricted(JsonNode pod) {
    JsonNode container = pod.path("containers").path(0).path("securityContext");

    assertThat(pod.path("containers")).hasSize(1);
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.at("/capabilities/drop")).hasToString("[\"ALL\"]");
    assertThat(container.has("privileged")).isFalse();
    assertThat(pod.path("volumes"))
        .allSatisfy(volume -> assertThat(volume.has("emptyDir")).isTrue());
    for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
      assertThat(pod.has(host)).isFalse();
    }
  }

  @Test
  void theValuesReachTheCommandLine() throws IOException {
    assertThat(arguments(Chart.render(Map.of(), NAMESPACED)))
        .containsSubsequence(
            "/app/ringfence.jar",
            "operator",
            "--namespace=voice",
            "--namespace=voice-lab",
            "--secret-namespace=voice",
            "--pack=lync-phone-edition",
            "--leader-election",
            "--lease-name=gate-ringfence",
            "--lease-namespace=ringfence-system");
    assertThat(arguments(Chart.render(Map.of(), MINIMAL)))
        .contains("--pack=")
        .doesNotContain("--leader-election")
        .noneMatch(argument -> argument.contains("namespace"));
  }

  private static List<String> arguments(List<JsonNode> objects) {
    return Chart.texts(
        Chart.only(objects, "Deployment").at("/spec/template/spec/containers/0/args"));
  }

  /** The test asks what the Service answers, with the image of the operator and no rights. */
  @Test
  void theTestOfTheReleaseAsksWhetherTheOperatorIsReady(@TempDir Path copy) throws IOException {
    List<JsonNode> objects = Chart.renderWithHooks(copy, Map.of("networkPolicy.enabled", true));
    JsonNode test = Chart.only(objects, "Pod");
    JsonNode service = Chart.only(objects, "Service");

    assertThat(test.at("/metadata/annotations/hook").asText()).isEqualTo("test");
    assertThat(test.at("/spec/automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(Chart.texts(test.at("/spec/containers/0/args")))
        .endsWith(
            "ready",
            "%s.%s:%d"
                .formatted(
                    service.at("/metadata/name").asText(),
                    service.at("/metadata/namespace").asText(),
                    service.at("/spec/ports/0/port").asInt()));
    assertThat(service.path("spec").path("selector").path("app.kubernetes.io/instance"))
        .isNotEqualTo(test.at("/metadata/labels/app.kubernetes.io~1instance"));
    assertThat(Chart.only(objects, "NetworkPolicy").findValues("podSelector"))
        .anyMatch(
            selector ->
                selector
                    .at("/matchLabels/app.kubernetes.io~1instance")
                    .equals(test.at("/metadata/labels/app.kubernetes.io~1instance")));
  }

  @Test
  void theDisruptionBudgetComesWithTheSecondReplica() throws IOException {
    assertThat(Chart.ofKind(Chart.render(Map.of()), "PodDisruptionBudget")).isEmpty();
    assertThat(Chart.ofKind(Chart.render(Map.of("replicas", 2)), "PodDisruptionBudget")).hasSize(1);
  }

  @Test
  void leavesOutWhatTheAdministratorOwns() throws IOException {
    List<JsonNode> objects = Chart.render(Map.of(), MINIMAL);

    assertThat(objects)
        .extracting(object -> object.path("kind").asText())
        .containsExactlyInAnyOrder("Deployment", "Service");
    assertThat(Chart.only(objects, "Deployment").at("/spec/template/spec/securityContext"))
        .hasToString("{\"runAsNonRoot\":true,\"seccompProfile\":{\"type\":\"RuntimeDefault\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "image.tagg, latest, tagg",
    "replcias, 2, replcias",
    "watch.namespaces[0], Voice, watch",
    "catalogs.packs[0], android, packs",
    "image.pullPolicy, Sometimes, pullPolicy",
    "image.digest, sha256:12, digest",
    "secrets.namespaces[0], '*', secrets"
  })
  void refusesAValueThatItDoesNotKnow(String key, String value, String named) {
    assertThatThrownBy(() -> Chart.render(Map.of(key, value)))
        .hasMessageContaining("values don't meet the specifications of the schema")
        .hasMessageContaining(named);
  }

  @Test
  void refusesTwoReplicasThatWouldBothWrite() {
    assertThatThrownBy(() -> Chart.render(Map.of("replicas", 2, "leaderElection.enabled", false)))
        .hasMessageContaining("set leaderElection.enabled to true");
  }
}
