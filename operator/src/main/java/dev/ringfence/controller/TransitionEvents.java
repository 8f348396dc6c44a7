package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.FindingSummary;
import dev.ringfence.api.v1alpha1.StatusCondition;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One Event per transition: a change of verdict, gate, chain or the reason of Ready. Its name
 * follows from the status and from what was told before, so that a repeated attempt meets its own
 * Event and adds none.
 */
final class TransitionEvents {
  private static final int MAX_MESSAGE = 1024;
  private static final int MAX_NAME_PREFIX = 200;
  private static final String COMPONENT = "ringfence.dev/operator";
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICRO_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final String instance;

  /**
   * @param instance name of this process, such as its pod's
   */
  TransitionEvents(String instance) {
    this.instance = instance;
  }

  /**
   * What the last Event of a renewal told.
   *
   * @param state of the status, empty if nothing was told yet
   * @param where what it was read from, which is another one after each transition
   */
  record Told(String state, String where) {}

  /**
   * The Event of a status, empty if it says nothing but what was told.
   *
   * @param after as it was written
   */
  Optional<Event> event(
      CertificateRenewal renewal, Told told, CertificateRenewalStatus after, Instant now) {
    String state = state(after);
    if (state.equals(told.state())) {
      return Optional.empty();
    }
    ObjectMeta meta = renewal.getMetadata();
    return Optional.of(
        new EventBuilder()
            .withNewMetadata()
            .withNamespace(meta.getNamespace())
            .withName(name(meta, told, after))
            .endMetadata()
            .withEventTime(new MicroTime(MICRO_TIME.format(now)))
            .withFirstTimestamp(SECONDS.format(now))
            .withLastTimestamp(SECONDS.format(now))
            .withCount(1)
            .withNewSource()
            .withComponent(COMPONENT)
            .endSource()
            .withReportingComponent(COMPONENT)
            .withReportingInstance(instance)
            .withAction("Evaluate")
            .withReason(String.valueOf(after.verdict()))
            .withType(isQuiet(after) ? "Normal" : "Warning")
            .withMessage(Texts.atMost(MAX_MESSAGE, message(after)))
            .withInvolvedObject(
                new ObjectReferenceBuilder()
                    .withApiVersion(renewal.getApiVersion())
                    .withKind(renewal.getKind())
                    .withNamespace(meta.getNamespace())
                    .withName(meta.getName())
                    .withUid(meta.getUid())
                    .build())
            .build());
  }

  private static boolean isQuiet(CertificateRenewalStatus status) {
    return "Allow".equals(status.verdict());
  }

  /** What Ready says, then a line per warning. */
  private static String message(CertificateRenewalStatus status) {
    Stream<String> warnings =
        "Warn".equals(status.verdict())
            ? status.findings().stream()
                .filter(finding -> !finding.severity().equals("Notice"))
                .map(TransitionEvents::line)
            : Stream.empty();
    return Stream.concat(
            Stream.of(("Gate " + status.gate() + ". " + ready(status)).strip()), warnings)
        .collect(Collectors.joining("\n"));
  }

  private static String line(FindingSummary finding) {
    return "%s (%s): %s"
        .formatted(finding.rule(), Texts.phones(finding.phones()), finding.message());
  }

  private static String ready(CertificateRenewalStatus status) {
    return condition(status, ConditionType.READY)
        .map(StatusCondition::message)
        .map(message -> message.replaceFirst("^The gate is open\\. ?", ""))
        .orElse("");
  }

  /** What makes a transition when it changes; empty if nothing has been judged. */
  static String state(@Nullable CertificateRenewalStatus status) {
    if (status == null || status.verdict() == null) {
      return "";
    }
    String reason = condition(status, ConditionType.READY).map(StatusCondition::reason).orElse("");
    return Stream.of(status.verdict(), status.gate(), status.chainSha256(), reason)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("|"));
  }

  /** Since when it holds tells the same state apart when it comes back. */
  private static String name(ObjectMeta meta, Told told, CertificateRenewalStatus after) {
    String since =
        after.conditions().stream()
            .map(c -> c.type() + c.lastTransitionTime() + c.observedGeneration())
            .collect(Collectors.joining("|"));
    String transition = String.join("\n", meta.getUid(), told.where(), since, state(after));
    String prefix = meta.getName();
    return prefix.substring(0, Math.min(prefix.length(), MAX_NAME_PREFIX))
        + "."
        + Texts.hash(transition);
  }

  private static Optional<StatusCondition> condition(CertificateRenewalStatus status, String type) {
    return status.conditions().stream().filter(c -> c.type().equals(type)).findFirst();
  }
}
