package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives up the Lease on an orderly stop, so that the next leader need not wait for its end. */
final class LeaseRelease {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseRelease.class);

  private final KubernetesClient client;
  private final OperatorSettings.Lease lease;
  private final String identity;

  LeaseRelease(KubernetesClient client, OperatorSettings.Lease lease, String identity) {
    this.client = client;
    this.lease = lease;
    this.identity = identity;
  }

  static @Nullable String namespace(KubernetesClient client, OperatorSettings.Lease lease) {
    return lease.namespace() == null ? client.getNamespace() : lease.namespace();
  }

  void run() {
    try {
      Lease held =
          client.leases().inNamespace(namespace(client, lease)).withName(lease.name()).get();
      if (held == null || !identity.equals(held.getSpec().getHolderIdentity())) {
        return;
      }
      held.getSpec().setHolderIdentity("");
      held.getSpec().setLeaseDurationSeconds(1);
      // With its resource version: a Lease that another process has taken meanwhile stays as it is.
      client.resource(held).update();
    } catch (KubernetesClientException e) {
      LOG.warn("The Lease {} was not released: {}", lease.name(), e.getMessage());
    }
  }
}
