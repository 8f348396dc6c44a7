package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.ReportRef;
import dev.ringfence.pki.Fingerprint;
import dev.ringfence.report.BoundedReport;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The ConfigMap that holds a renewal's report: its name, labels, owner and content. */
final class ReportConfigMap {
  static final String LABEL = "ringfence.dev/report";
  static final String SHA256 = "ringfence.dev/report-sha256";
  static final String AT = "ringfence.dev/report-at";
  static final String TRUNCATED = "ringfence.dev/report-truncated";
  static final String KEY = "report.json";

  /** The state that the renewal was in when the report was written. */
  static final String FOLLOWS = "ringfence.dev/report-follows";

  /** Digest of the text as written, shortened or not. */
  static final String TEXT_SHA256 = "ringfence.dev/report-text-sha256";

  /** Digest of the text as found; only in the cache, in place of the text. */
  static final String SEEN_SHA256 = "ringfence.dev/report-seen-sha256";

  /** A ConfigMap holds 1 MiB, its metadata included. */
  static final int MAX_BYTES = 900 * 1024;

  private static final int MAX_PREFIX = 200;

  private ReportConfigMap() {}

  /**
   * @param follows as {@link TransitionEvents#left} words it
   */
  static ConfigMap of(
      CertificateRenewal renewal, BoundedReport report, Instant at, String follows) {
    ObjectMeta meta = renewal.getMetadata();
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(meta.getNamespace())
        .withName(name(meta.getName()))
        .withLabels(Map.of(LABEL, "true", "app.kubernetes.io/managed-by", "ringfence"))
        .withAnnotations(
            Map.of(
                SHA256,
                report.sha256(),
                AT,
                at.toString(),
                FOLLOWS,
                follows,
                TRUNCATED,
                String.valueOf(report.truncated()),
                TEXT_SHA256,
                sha256(report.json())))
        .withOwnerReferences(
            new OwnerReferenceBuilder()
                .withApiVersion(renewal.getApiVersion())
                .withKind(renewal.getKind())
                .withName(meta.getName())
                .withUid(meta.getUid())
                .withController(true)
                .build())
        .endMetadata()
        .withData(Map.of(KEY, report.json()))
        .build();
  }

  /** Unique for each renewal of the namespace, and within the length of a name. */
  static String name(String renewal) {
    String suffix = "-ringfence-report";
    if (renewal.length() <= MAX_PREFIX) {
      return renewal + suffix;
    }
    String hash =
        UUID.nameUUIDFromBytes(renewal.getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "");
    return renewal.substring(0, MAX_PREFIX) + "." + hash + suffix;
  }

  static ReportRef ref(ConfigMap map) {
    Map<String, String> annotations = map.getMetadata().getAnnotations();
    return new ReportRef(
        map.getMetadata().getName(),
        KEY,
        annotations.get(SHA256),
        Boolean.parseBoolean(annotations.get(TRUNCATED)));
  }

  static boolean isOwnedBy(ConfigMap map, CertificateRenewal renewal) {
    return map.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> owner.getUid().equals(renewal.getMetadata().getUid()));
  }

  /** The instant judged when it was written; without it, the beginning of time. */
  static Instant at(ConfigMap map) {
    String at = map.getMetadata().getAnnotations().get(AT);
    try {
      return at == null ? Instant.EPOCH : Instant.parse(at);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /** As {@link TransitionEvents#left} words it; empty if it does not say. */
  static String follows(ConfigMap map) {
    String follows = map.getMetadata().getAnnotations().get(FOLLOWS);
    return follows == null ? "" : follows;
  }

  /** Whether the text is the one that was written. */
  static boolean isIntact(ConfigMap map) {
    return seenSha256(map).equals(map.getMetadata().getAnnotations().get(TEXT_SHA256));
  }

  static String seenSha256(ConfigMap map) {
    String text = map.getData() == null ? null : map.getData().get(KEY);
    String seen = map.getMetadata().getAnnotations().get(SEEN_SHA256);
    if (text != null) {
      return sha256(text);
    }
    return seen == null ? "" : seen;
  }

  static String sha256(String text) {
    return Fingerprint.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
