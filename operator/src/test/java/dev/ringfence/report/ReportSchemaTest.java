package dev.ringfence.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReportSchemaTest {
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void reportsAreValid() throws Exception {
    assertThat(ReportSchema.errors(read(ReportJson.render(FixedReport.blocked())))).isEmpty();
    assertThat(ReportSchema.errors(read(ReportJson.render(FixedReport.hold())))).isEmpty();
  }

  @Test
  void shortenedReportsAreValid() throws Exception {
    BoundedReport bounded =
        BoundedReport.render(FixedReport.blocked(), UnaryOperator.identity(), 14_000);

    assertThat(bounded.truncated()).isTrue();
    assertThat(ReportSchema.errors(read(bounded.json()))).isEmpty();
  }

  @Test
  void everyFieldIsRequiredAndNoOtherIsKnown() throws Exception {
    JsonNode report = read(ReportJson.render(FixedReport.blocked()));
    List<String> names = new ArrayList<>();
    report.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      ObjectNode without = report.deepCopy();
      without.remove(name);
      assertThat(ReportSchema.errors(without)).as("without %s", name).isNotEmpty();
    }
    ObjectNode more = report.deepCopy();
    more.put("users", "alice");
    assertThat(ReportSchema.errors(more)).isNotEmpty();
  }

  @Test
  void wordsOutsideTheVocabularyAreRefused() throws Exception {
    ObjectNode report = read(ReportJson.render(FixedReport.blocked())).deepCopy();
    report.put("verdict", "BLOCK");
    report.put("at", "2026-11-23");

    assertThat(ReportSchema.errors(report)).hasSize(2);
  }

  private JsonNode read(String json) throws Exception {
    return mapper.readTree(json);
  }
}
