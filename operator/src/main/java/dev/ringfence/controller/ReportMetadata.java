package dev.ringfence.controller;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ConfigMap of a report without its text, which is long: what its annotations say, and whether
 * the text is the one that the operator wrote.
 */
@Group("")
@Version("v1")
@Kind("ConfigMap")
@Plural("configmaps")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonDeserialize(using = JsonDeserializer.None.class)
@SuppressWarnings("serial")
public final class ReportMetadata extends ObjectMetadata {
  private @Nullable String seenSha256;
  private boolean writtenByOperator;

  /** Whether the ConfigMap is as the operator wrote it. */
  enum State {
    INTACT,
    CHANGED,
    /** Somebody else wrote some of it: the text has to be looked at. */
    UNKNOWN
  }

  /** Public, as its reader calls it. */
  public ReportMetadata() {
    super("ConfigMap");
  }

  /** Of a server that sends whole objects; the text becomes its digest. */
  @JsonProperty("data")
  public void setData(@Nullable Map<String, String> data) {
    String text = data == null ? null : data.get(ReportConfigMap.KEY);
    seenSha256 = text == null ? "" : ReportConfigMap.sha256(text);
  }

  /** One that the operator has just written, or read and found as written. */
  static ReportMetadata intact(ObjectMeta metadata) {
    ReportMetadata report = new ReportMetadata();
    report.setMetadata(metadata);
    report.writtenByOperator = true;
    return report;
  }

  /** What stays in memory: who wrote it is found out before that is dropped. */
  ReportMetadata trimmed() {
    writtenByOperator = writtenByOperator || isWrittenByOperator(getMetadata().getManagedFields());
    return CacheTrim.metadata(this);
  }

  @JsonIgnore
  State state() {
    if (seenSha256 != null) {
      Map<String, String> annotations = getMetadata().getAnnotations();
      String written = annotations == null ? null : annotations.get(ReportConfigMap.TEXT_SHA256);
      return seenSha256.equals(written) ? State.INTACT : State.CHANGED;
    }
    return writtenByOperator || isWrittenByOperator(getMetadata().getManagedFields())
        ? State.INTACT
        : State.UNKNOWN;
  }

  /**
   * Whoever changes a field takes it over. So the text and what is said about it are as the
   * operator wrote them, as long as it owns them.
   */
  private static boolean isWrittenByOperator(@Nullable List<ManagedFieldsEntry> entries) {
    return entries != null
        && entries.stream()
            .filter(entry -> ObjectWrites.FIELD_MANAGER.equals(entry.getManager()))
            .filter(entry -> entry.getFieldsV1() != null)
            .map(entry -> entry.getFieldsV1().getAdditionalProperties())
            .anyMatch(ReportMetadata::areAllFields);
  }

  private static boolean areAllFields(Map<String, ?> fields) {
    Map<?, ?> annotations = nested(nested(fields, "metadata"), "annotations");
    return nested(fields, "data").containsKey("f:" + ReportConfigMap.KEY)
        && ReportConfigMap.ANNOTATIONS.stream()
            .allMatch(name -> annotations.containsKey("f:" + name));
  }

  private static Map<?, ?> nested(Map<?, ?> fields, String name) {
    return fields.get("f:" + name) instanceof Map<?, ?> found ? found : Map.of();
  }
}
