package dev.ringfence.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.policy.RenewalReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BoundedReportTest {
  private final RenewalReport report = FixedReport.blocked();

  @Test
  void keepsAReportThatFits() throws Exception {
    String whole = ReportJson.render(report);
    BoundedReport bounded = BoundedReport.render(report, UnaryOperator.identity(), whole.length());

    assertThat(bounded.truncated()).isFalse();
    assertThat(bounded.json()).isEqualTo(whole);
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
    assertThat(bounded.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void keepsTheWorstAndLargestGroupsAndDeclaresTheRest() throws Exception {
    int length = ReportJson.render(report).length();
    int kept = 5;
    for (int limit = length - 1; kept > 0; limit -= 100) {
      BoundedReport bounded = BoundedReport.render(report, UnaryOperator.identity(), limit);
      JsonNode json = new ObjectMapper().readTree(bounded.json());
      List<String> names = new ArrayList<>();
      json.path("groups").forEach(group -> names.add(group.path("name").asText()));

      assertThat(bounded.json().length()).isLessThanOrEqualTo(limit);
      assertThat(json.path("truncation").path("groupsOmitted").asInt()).isEqualTo(5 - names.size());
      assertThat(json.path("truncation").path("sha256").asText()).isEqualTo(bounded.sha256());
      assertThat(names).hasSizeLessThanOrEqualTo(kept);
      kept = names.size();
      assertThat(List.of("lobby", "gate | <i>7</i>", "hall", "cupboard", "desks").subList(0, kept))
          .isEqualTo(names);
    }
  }
}
