package dev.ringfence.controller;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;

/**
 * The clients of the kinds that are watched by their metadata.
 *
 * @param secretsOrNull null where no Secret is ever asked for
 */
record MetadataClients(KubernetesClient reports, @Nullable KubernetesClient secretsOrNull)
    implements AutoCloseable {
  static MetadataClients of(KubernetesClient client, OperatorSettings settings) {
    return new MetadataClients(
        MetadataClient.of(client, "ConfigMap", ReportMetadata.class),
        settings.secretNamespaces().isEmpty()
            ? null
            : MetadataClient.of(client, "Secret", SecretMetadata.class));
  }

  @Override
  public void close() {
    reports.close();
    if (secretsOrNull != null) {
      secretsOrNull.close();
    }
  }
}
