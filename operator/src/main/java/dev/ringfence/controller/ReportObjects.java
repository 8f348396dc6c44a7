package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ConfigMaps of reports in the cluster: known by their metadata, written on what was seen. */
final class ReportObjects {
  private static final Logger LOG = LoggerFactory.getLogger(ReportObjects.class);

  private final KubernetesClient client;
  private final ObjectWrites writes;
  private final WatchedKind<ReportMetadata> watched;

  /** By uid of the report: the version whose text was read, and whether it was as written. */
  private final Map<String, Read> read = new ConcurrentHashMap<>();

  /** Uids of renewals of which somebody else has a ConfigMap of the report's name. */
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  private record Read(String resourceVersion, boolean intact) {}

  /**
   * @param watched the reports in the cluster
   */
  ReportObjects(KubernetesClient client, WatchedKind<ReportMetadata> watched) {
    this.client = client;
    this.writes = new ObjectWrites(client);
    this.watched = watched;
  }

  /** The report of the renewal that the cluster holds; null if none. */
  @Nullable ReportMetadata find(CertificateRenewal renewal) {
    return watched
        .get(
            renewal.getMetadata().getNamespace(),
            ReportConfigMap.name(renewal.getMetadata().getName()))
        .filter(map -> ReportConfigMap.isOwnedBy(map, renewal))
        .orElse(null);
  }

  /** Whether it is as the operator wrote it; if its metadata does not tell, it is read once. */
  boolean isIntact(ReportMetadata report) {
    return switch (report.state()) {
      case INTACT -> true;
      case CHANGED -> false;
      case UNKNOWN -> isReadIntact(report);
    };
  }

  private boolean isReadIntact(ReportMetadata report) {
    String uid = report.getMetadata().getUid();
    Read before = read.get(uid);
    if (before == null
        || !before.resourceVersion().equals(report.getMetadata().getResourceVersion())) {
      ConfigMap whole = get(report.getMetadata().getNamespace(), report.getMetadata().getName());
      boolean isSame =
          whole != null
              && report
                  .getMetadata()
                  .getResourceVersion()
                  .equals(whole.getMetadata().getResourceVersion());
      if (whole == null || !isSame) {
        return false;
      }
      before = new Read(report.getMetadata().getResourceVersion(), ReportConfigMap.isIntact(whole));
      read.put(uid, before);
    }
    return before.intact();
  }

  /**
   * Asked of the API server, since others' ConfigMaps are not watched.
   *
   * @param seemsTaken whether there is a reason to ask
   */
  boolean isTaken(CertificateRenewal renewal, boolean seemsTaken) {
    String uid = renewal.getMetadata().getUid();
    if (!seemsTaken && !taken.contains(uid)) {
      return false;
    }
    ConfigMap existing =
        get(
            renewal.getMetadata().getNamespace(),
            ReportConfigMap.name(renewal.getMetadata().getName()));
    if (existing != null && !ReportConfigMap.isOwnedBy(existing, renewal)) {
      taken.add(uid);
      return true;
    }
    taken.remove(uid);
    return false;
  }

  void forget(CertificateRenewal renewal) {
    taken.remove(renewal.getMetadata().getUid());
    ReportMetadata report = find(renewal);
    if (report != null) {
      read.remove(report.getMetadata().getUid());
    }
  }

  /**
   * Creates it, or replaces exactly the version that was seen: a late write of a deposed leader is
   * refused.
   *
   * @param found null if none was seen
   * @return false if the cluster holds something else than was seen
   */
  boolean write(CertificateRenewal renewal, ConfigMap map, @Nullable ReportMetadata found) {
    try {
      ObjectWrites.Accepted accepted =
          found == null ? writes.create(map) : writes.replace(on(map, found));
      ReportMetadata stored =
          ReportMetadata.intact(
              new ObjectMetaBuilder(map.getMetadata())
                  .withUid(accepted.uid())
                  .withResourceVersion(accepted.resourceVersion())
                  .build());
      watched.written(ResourceID.fromResource(stored), stored, found);
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT
          && e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw e;
      }
      noteIfTaken(renewal, map);
      return false;
    }
  }

  private static ConfigMap on(ConfigMap map, ReportMetadata found) {
    return new ConfigMapBuilder(map)
        .editMetadata()
        .withUid(found.getMetadata().getUid())
        .withResourceVersion(found.getMetadata().getResourceVersion())
        .endMetadata()
        .build();
  }

  private void noteIfTaken(CertificateRenewal renewal, ConfigMap map) {
    if (isTaken(renewal, true)) {
      LOG.atWarn()
          .addKeyValue("namespace", renewal.getMetadata().getNamespace())
          .addKeyValue("renewal", renewal.getMetadata().getName())
          .log(
              "The report was not written: a ConfigMap {} exists that this renewal does not own.",
              map.getMetadata().getName());
    }
  }

  private @Nullable ConfigMap get(String namespace, String name) {
    return client.configMaps().inNamespace(namespace).withName(name).get();
  }
}
