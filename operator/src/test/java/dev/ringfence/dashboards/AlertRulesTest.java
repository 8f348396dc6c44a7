package dev.ringfence.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertRulesTest {
  private static final Path RULES = Path.of("..", "dashboards", "prometheus");

  @Test
  void alertsAreWellFormed() throws IOException, InterruptedException {
    var run = Promtool.find().run("check", "rules", "--lint=all", file("alerts.yaml"));

    assertThat(run.output()).contains("SUCCESS: 6 rules found");
    assertThat(run.exit()).isZero();
  }

  @Test
  void alertsFireAndStaySilentAsTheirCasesSay() throws IOException, InterruptedException {
    var run = Promtool.find().run("test", "rules", file("alerts_test.yaml"));

    assertThat(run.output()).contains("SUCCESS");
    assertThat(run.exit()).isZero();
  }

  @Test
  void theCasesNoticeAnAlertThatNeverFires(@TempDir Path folder)
      throws IOException, InterruptedException {
    String silent =
        Files.readString(RULES.resolve("alerts.yaml"))
            .replace("ringfence_renewals{verdict=\"Hold\"}", "ringfence_renewals{verdict=\"No\"}");
    Files.writeString(folder.resolve("alerts.yaml"), silent);
    String cases = Files.readString(RULES.resolve("alerts_test.yaml"));
    String held = cases.substring(cases.indexOf("  - name: an hour without a verdict"));
    Files.writeString(
        folder.resolve("cases.yaml"), "rule_files:\n  - alerts.yaml\ntests:\n" + held);

    var run = Promtool.find().run("test", "rules", folder.resolve("cases.yaml").toString());

    assertThat(run.output()).contains("FAILED");
    assertThat(run.exit()).isNotZero();
  }

  private static String file(String name) {
    return RULES.resolve(name).toAbsolutePath().normalize().toString();
  }
}
