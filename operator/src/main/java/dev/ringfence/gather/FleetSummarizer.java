package dev.ringfence.gather;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.InventoryFormat;
import dev.ringfence.fleet.InventoryFormatException;
import dev.ringfence.fleet.InventoryReader;
import dev.ringfence.fleet.InventorySummary;
import dev.ringfence.fleet.SignIn;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns inventories of any size into one PhoneFleet without users and addresses. A phone that
 * several of them name is counted once.
 */
public final class FleetSummarizer {
  private static final ObjectMapper YAML =
      JsonMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                  .disable(YAMLGenerator.Feature.SPLIT_LINES)
                  .stringQuotingChecker(new PlainYaml())
                  .build())
          .build();

  private final InventoryReader reader;

  public FleetSummarizer(FirmwareCatalogs catalogs) {
    this.reader = new InventoryReader(catalogs);
  }

  /**
   * Adds a file; the stream stays open.
   *
   * @param source names the file in messages
   * @throws InventoryFormatException if it cannot be read as an inventory at all
   */
  public void add(InputStream in, InventoryFormat format, String source) throws IOException {
    reader.add(in, format, source);
  }

  /** What was counted; refused rows are for the user to see. */
  public InventorySummary summary() {
    return reader.summary();
  }

  /**
   * The manifest, with what it cannot hold as comments above it.
   *
   * @param name of the fleet
   */
  public static String yaml(String name, InventorySummary summary) {
    var manifest = new LinkedHashMap<String, Object>();
    manifest.put("apiVersion", "ringfence.dev/v1alpha1");
    manifest.put("kind", "PhoneFleet");
    manifest.put("metadata", metadata(name, summary));
    manifest.put(
        "spec", Map.of("groups", summary.groups().stream().map(FleetSummarizer::group).toList()));
    try {
      return comments(summary) + YAML.writeValueAsString(manifest);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps of texts and numbers cannot be written.", e);
    }
  }

  private static Map<String, Object> metadata(String name, InventorySummary summary) {
    var annotations = new LinkedHashMap<String, Object>();
    if (summary.observedAt() != null) {
      annotations.put(FleetAnnotations.OBSERVED_AT, summary.observedAt().toString());
    }
    if (summary.refusedRows() > 0) {
      annotations.put(FleetAnnotations.REFUSED_ROWS, Long.toString(summary.refusedRows()));
    }
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("name", name);
    if (!annotations.isEmpty()) {
      metadata.put("annotations", annotations);
    }
    return metadata;
  }

  private static Map<String, Object> group(FleetGroup group) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", group.name());
    if (group.platform() != null) {
      fields.put("platform", group.platform());
    }
    if (!group.model().isEmpty()) {
      fields.put("model", group.model());
    }
    fields.put("firmware", group.firmware());
    fields.put("phones", group.phones());
    if (!group.site().isEmpty()) {
      fields.put("site", group.site());
    }
    if (group.signIn() != SignIn.UNDECLARED) {
      fields.put("signIn", group.signIn().label());
    }
    if (group.lastSeen() != null) {
      fields.put("lastSeen", group.lastSeen().toString());
    }
    return fields;
  }

  private static String comments(InventorySummary summary) {
    var comments = new StringBuilder();
    comments.append(
        "# Phones: %d, groups: %d, rows read: %d.\n"
            .formatted(summary.phones(), summary.groups().size(), summary.rows()));
    summary
        .notes()
        .forEach(
            note -> comments.append("# ").append(note.replaceAll("\\p{Cntrl}", " ")).append('\n'));
    summary
        .excluded()
        .forEach(
            devices ->
                comments.append(
                    "# Not counted, no phones: %s (%d).\n"
                        .formatted(devices.name(), devices.count())));
    summary
        .unknown()
        .forEach(
            devices ->
                comments.append(
                    "# In no catalog: %s (%d).\n".formatted(devices.name(), devices.count())));
    if (summary.refusedRows() > 0) {
      comments.append("# Rows refused and not counted: %d.\n".formatted(summary.refusedRows()));
    }
    return comments.toString();
  }
}
