package dev.ringfence.kubernetes;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The definitions of this project, on an API server. */
final class Crds {
  private static final Path FOLDER = Path.of("..", "crds");
  private static final String FIELD_MANAGER = "installer";

  private Crds() {}

  static List<Path> files() {
    return files(FOLDER);
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By server-side apply; returns once all of them are served. */
  static List<CustomResourceDefinition> install(KubernetesClient client) {
    return install(client, FOLDER);
  }

  static List<CustomResourceDefinition> install(KubernetesClient client, Path folder) {
    List<CustomResourceDefinition> installed =
        files(folder).stream().map(file -> apply(client, file)).toList();
    awaitServed(client, installed);
    return installed;
  }

  static void awaitServed(KubernetesClient client, List<CustomResourceDefinition> definitions) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> definitions.stream().allMatch(definition -> isServed(client, definition)));
  }

  static CustomResourceDefinition apply(KubernetesClient client, Path file) {
    return client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .load(file.toFile())
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(FIELD_MANAGER)
                .build());
  }

  /** Established, and no longer initializing: a list is answered. */
  private static boolean isServed(KubernetesClient client, CustomResourceDefinition definition) {
    CustomResourceDefinition now =
        client.apiextensions().v1().customResourceDefinitions().resource(definition).get();
    try {
      client
          .genericKubernetesResources(CustomResourceDefinitionContext.fromCrd(now))
          .inAnyNamespace()
          .list();
    } catch (KubernetesClientException e) {
      return false;
    }
    return now.getStatus() != null
        && now.getStatus().getConditions().stream()
            .anyMatch(
                condition ->
                    condition.getType().equals("Established")
                        && condition.getStatus().equals("True"));
  }
}
