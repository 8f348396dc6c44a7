package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.ReportRef;
import dev.ringfence.pki.Fingerprint;
import dev.ringfence.report.BoundedReport;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ConfigMap that holds a renewal's report: its name, labels, owner and content. */
final class ReportConfigMap {
  static final String LABEL = "ringfence.dev/report";
  static final String SHA256 = "ringfence.dev/report-sha256";
  static final String AT = "ringfence.dev/report-at";
  static final String TRUNCATED = "ringfence.dev/report-truncated";
  static final String KEY = "report.json";

  /** What the last Event of the renewal told when the report was written. */
  static final String TOLD = "ringfence.dev/report-told";

  /** Digest of the text as written, shortened or not. */
  static final String TEXT_SHA256 = "ringfence.dev/report-text-sha256";

  /** All of them. */
  static final List<String> ANNOTATIONS = List.of(SHA256, AT, TRUNCATED, TOLD, TEXT_SHA256);

  /** A ConfigMap holds 1 MiB, its metadata included. */
  static final int MAX_BYTES = 900 * 1024;

  private static final int MAX_PREFIX = 200;

  private ReportConfigMap() {}

  /**
   * @param told as {@link TransitionEvents#state} words it
   */
  static ConfigMap of(CertificateRenewal renewal, BoundedReport report, Instant at, String told) {
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
                TOLD,
                told,
                TRUNCATED,
                String.valueOf(report.truncated()),
                TEXT_SHA256,
                report.truncated() ? sha256(report.json()) : report.sha256()))
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
    return renewal.substring(0, MAX_PREFIX) + "." + Texts.hash(renewal) + suffix;
  }

  static ReportRef ref(HasMetadata map) {
    return new ReportRef(
        map.getMetadata().getName(),
        KEY,
        annotation(map, SHA256),
        Boolean.parseBoolean(annotation(map, TRUNCATED)));
  }

  static boolean isOwnedBy(HasMetadata map, CertificateRenewal renewal) {
    return map.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> owner.getUid().equals(renewal.getMetadata().getUid()));
  }

  /** The instant judged when it was written; without it, the beginning of time. */
  static Instant at(HasMetadata map) {
    String at = annotation(map, AT);
    try {
      return at == null ? Instant.EPOCH : Instant.parse(at);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /** As {@link TransitionEvents#state} words it; null if it does not say. */
  static @Nullable String told(HasMetadata map) {
    return annotation(map, TOLD);
  }

  /** Whether the text is the one that was written. */
  static boolean isIntact(ConfigMap map) {
    String text = map.getData() == null ? null : map.getData().get(KEY);
    return text != null && sha256(text).equals(annotation(map, TEXT_SHA256));
  }

  private static @Nullable String annotation(HasMetadata map, String name) {
    Map<String, String> annotations = map.getMetadata().getAnnotations();
    return annotations == null ? null : annotations.get(name);
  }

  static String sha256(String text) {
    return Fingerprint.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
