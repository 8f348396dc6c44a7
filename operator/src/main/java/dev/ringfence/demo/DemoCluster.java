package dev.ringfence.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What somebody with the samples at hand does to the cluster, and sees in it. */
final class DemoCluster {
  static final String NAMESPACE = "ringfence-demo";
  static final String DESCRIPTION = "ringfence.dev/description";

  private final KubernetesClient client;

  DemoCluster(KubernetesClient client) {
    this.client = client;
  }

  /** Creates what is new and replaces what exists, as {@code kubectl apply} would. */
  void apply(String manifest) {
    List<HasMetadata> objects;
    try (InputStream in = DemoStory.open(manifest)) {
      objects = client.load(in).items();
    } catch (IOException e) {
      throw new UncheckedIOException("The manifest %s cannot be read.".formatted(manifest), e);
    }
    for (HasMetadata object : objects) {
      client.resource(object).createOr(NonDeletingOperation::update);
    }
  }

  /** Sorted by name. */
  List<CertificateRenewal> renewals() {
    return client
        .resources(CertificateRenewal.class)
        .inNamespace(NAMESPACE)
        .list()
        .getItems()
        .stream()
        .sorted(Comparator.comparing(renewal -> renewal.getMetadata().getName()))
        .toList();
  }

  @Nullable CertificateRenewal renewal(String name) {
    return client.resources(CertificateRenewal.class).inNamespace(NAMESPACE).withName(name).get();
  }

  /** Whether the operator has judged the renewal as it is now. */
  static boolean isJudged(CertificateRenewal renewal) {
    CertificateRenewalStatus status = renewal.getStatus();
    return status != null
        && status.verdict() != null
        && Objects.equals(status.observedGeneration(), renewal.getMetadata().getGeneration());
  }

  /** The questions of the report that a test on one phone would answer, sorted. */
  Set<String> questions(CertificateRenewal renewal) {
    CertificateRenewalStatus status = renewal.getStatus();
    Set<String> questions = new TreeSet<>();
    if (status == null || status.reportRef() == null) {
      return questions;
    }
    ConfigMap map =
        client.configMaps().inNamespace(NAMESPACE).withName(status.reportRef().name()).get();
    if (map != null) {
      JsonNode report =
          Serialization.unmarshal(map.getData().get(status.reportRef().key()), JsonNode.class);
      List<JsonNode> found = new ArrayList<>(report.findValues("question"));
      found.stream().filter(JsonNode::isTextual).map(JsonNode::asText).forEach(questions::add);
    }
    return questions;
  }

  /** Where the reports can be read with any HTTP client. */
  String reports() {
    return "%sapi/v1/namespaces/%s/configmaps".formatted(client.getMasterUrl(), NAMESPACE);
  }
}
