package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.ReportRef;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.report.BoundedReport;
import dev.ringfence.report.ReportJson;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes reports to their ConfigMaps, and only if they say something new. */
final class ReportStore {
  private static final Logger LOG = LoggerFactory.getLogger(ReportStore.class);

  private final KubernetesClient client;
  private final WatchedKind<ConfigMap> written;

  /**
   * @param written the reports in the cluster, as {@link CacheTrim#report} leaves them
   */
  ReportStore(KubernetesClient client, WatchedKind<ConfigMap> written) {
    this.client = client;
    this.written = written;
  }

  /** The one in the cluster, if nobody changed it. */
  Optional<ConfigMap> find(CertificateRenewal renewal) {
    return written
        .get(
            renewal.getMetadata().getNamespace(),
            ReportConfigMap.name(renewal.getMetadata().getName()))
        .filter(map -> ReportConfigMap.isOwnedBy(map, renewal))
        .filter(ReportConfigMap::isIntact);
  }

  /**
   * Makes the cluster hold this report. The instant judged alone is nothing new: the report stays
   * as it was first written.
   *
   * @param found what {@link #find} says of the renewal
   * @param follows the state that the renewal is in, as {@link TransitionEvents#left} words it
   * @return what the cluster holds now
   */
  Stored store(
      CertificateRenewal renewal, RenewalReport report, Optional<ConfigMap> found, String follows) {
    if (found.isPresent() && saysTheSame(found.get(), report)) {
      return new Stored(ReportConfigMap.ref(found.get()), ReportConfigMap.at(found.get()));
    }
    BoundedReport text = BoundedReport.render(report, ReportConfigMap.MAX_BYTES);
    ConfigMap map = ReportConfigMap.of(renewal, text, report.at(), follows);
    ConfigMap stored = write(renewal, map);
    if (stored == null) {
      return new Stored(null, report.at());
    }
    written.written(ResourceID.fromResource(stored), stored, found.orElse(null));
    return new Stored(ReportConfigMap.ref(stored), report.at());
  }

  private static boolean saysTheSame(ConfigMap found, RenewalReport report) {
    Instant then = ReportConfigMap.at(found);
    String text = JudgedInstant.of(report, then).in(ReportJson.render(report.judgedAt(then)));
    return ReportConfigMap.sha256(text)
        .equals(found.getMetadata().getAnnotations().get(ReportConfigMap.SHA256));
  }

  /**
   * The report that the cluster holds.
   *
   * @param ref null if its name is taken by a ConfigMap that is not the operator's
   * @param at the instant judged when it was written
   */
  record Stored(@Nullable ReportRef ref, Instant at) {}

  private @Nullable ConfigMap write(CertificateRenewal renewal, ConfigMap map) {
    Resource<ConfigMap> resource = client.resource(map);
    ConfigMap existing = resource.get();
    if (existing == null) {
      try {
        return resource.create();
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
          throw e;
        }
        existing = resource.get();
      }
    }
    if (existing != null && !ReportConfigMap.isOwnedBy(existing, renewal)) {
      LOG.atWarn()
          .addKeyValue("namespace", renewal.getMetadata().getNamespace())
          .addKeyValue("renewal", renewal.getMetadata().getName())
          .log(
              "The report was not written: a ConfigMap {} exists that this renewal does not own.",
              map.getMetadata().getName());
      return null;
    }
    if (existing != null) {
      // A late write of a deposed leader is refused.
      map.getMetadata().setResourceVersion(existing.getMetadata().getResourceVersion());
    }
    return resource.patch(
        new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(StatusWriter.FIELD_MANAGER)
            .withForce(true)
            .build());
  }
}
