package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whether a report is as it was written, as far as its metadata tells. */
class ReportMetadataTest {
  private static final String OWNED =
      """
      {"f:data": {".": {}, "f:report.json": {}}, "f:metadata": {"f:annotations": {".": {},
      "f:ringfence.dev/report-at": {}, "f:ringfence.dev/report-told": {},
      "f:ringfence.dev/report-sha256": {}, "f:ringfence.dev/report-text-sha256": {},
      "f:ringfence.dev/report-truncated": {}}}}
      """;
  private static final String DIGEST = ReportConfigMap.sha256("{}");

  @Test
  void whatTheOperatorOwnsIsIntact() throws IOException {
    assertThat(managed("ringfence-operator", OWNED).state()).isEqualTo(ReportMetadata.State.INTACT);
    assertThat(managed("ringfence-operator", OWNED).trimmed().state())
        .isEqualTo(ReportMetadata.State.INTACT);
    assertThat(managed("ringfence-operator", OWNED).trimmed().getMetadata().getManagedFields())
        .isEmpty();
  }

  @Test
  void whatSomebodyElseTookOverHasToBeRead() throws IOException {
    assertThat(managed("kubectl-edit", OWNED).state()).isEqualTo(ReportMetadata.State.UNKNOWN);
    assertThat(managed("ringfence-operator", OWNED.replace("f:report.json", "f:other")).state())
        .isEqualTo(ReportMetadata.State.UNKNOWN);
    assertThat(managed("ringfence-operator", OWNED.replace("report-sha256", "other")).state())
        .isEqualTo(ReportMetadata.State.UNKNOWN);
    assertThat(read("{\"metadata\": {\"name\": \"report\"}}").trimmed().state())
        .isEqualTo(ReportMetadata.State.UNKNOWN);
  }

  @Test
  void ofAWholeObjectTheTextTells() throws IOException {
    assertThat(whole("{}").trimmed().state()).isEqualTo(ReportMetadata.State.INTACT);
    assertThat(whole("{ }").trimmed().state()).isEqualTo(ReportMetadata.State.CHANGED);
  }

  private static ReportMetadata managed(String manager, String fields) throws IOException {
    return read(
        """
        {"kind": "PartialObjectMetadata", "metadata": {"name": "report", "managedFields": [
        {"manager": "%s", "operation": "Update", "fieldsType": "FieldsV1", "fieldsV1": %s}]}}
        """
            .formatted(manager, fields));
  }

  private static ReportMetadata whole(String text) throws IOException {
    return read(
        """
        {"metadata": {"annotations": {"ringfence.dev/report-text-sha256": "%s"}},
        "data": {"report.json": "%s"}}
        """
            .formatted(DIGEST, text));
  }

  private static ReportMetadata read(String json) throws IOException {
    return new ObjectMapper().readValue(json, ReportMetadata.class);
  }
}
