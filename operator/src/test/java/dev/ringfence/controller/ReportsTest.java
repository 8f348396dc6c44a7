package dev.ringfence.controller;

import static dev.ringfence.controller.SampleReports.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Severity;
import dev.ringfence.policy.Verdict;
import dev.ringfence.report.BoundedReport;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The report of a renewal in its ConfigMap. */
class ReportsTest {
  private static final String FIRMWARE = "4.0.7577.4420";

  OperatorRig rig() {
    return new OperatorRig();
  }

  @Test
  void aReportThatIsTooLongIsCutAndSaysSo() {
    SampleReports many = SampleReports.of(Verdict.BLOCK, Gate.CLOSED);
    for (int i = 0; i < 3000; i++) {
      many.group(
          "group-%04d".formatted(i),
          Outcome.BROKEN,
          1,
          finding("TrustAnchorMissing", Severity.ERROR, FindingResult.VIOLATED));
    }
    RenewalReport report = many.build();

    BoundedReport bounded =
        BoundedReport.render(report, UnaryOperator.identity(), ReportConfigMap.MAX_BYTES);
    ConfigMap map = ReportConfigMap.of(SampleReports.renewal(), bounded, report.at(), "Block");

    String text = String.valueOf(map.getData().get(ReportConfigMap.KEY));
    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(900 * 1024);
    assertThat(ReportConfigMap.ref(map).truncated()).isTrue();
    assertThat(ReportConfigMap.ref(map).sha256()).isEqualTo(bounded.sha256());
    assertThat(text).contains("\"groupsOmitted\"");
    assertThat(ReportConfigMap.isIntact(map)).isTrue();
  }

  @Test
  void aReportThatSomebodyEditsOrDeletesIsWrittenAgain() {
    try (OperatorRig rig = rig().start()) {
      String name = reportOf(rig);
      await().atMost(Duration.ofSeconds(30)).until(() -> !text(rig, name).isEmpty());
      String written = text(rig, name);

      rig.client()
          .configMaps()
          .inNamespace(OperatorRig.NAMESPACE)
          .withName(name)
          .edit(map -> new ConfigMapBuilder(map).withData(Map.of("report.json", "{}")).build());
      await().atMost(Duration.ofSeconds(30)).until(() -> written.equals(text(rig, name)));

      rig.client().configMaps().inNamespace(OperatorRig.NAMESPACE).withName(name).delete();
      await().atMost(Duration.ofSeconds(30)).until(() -> written.equals(text(rig, name)));
    }
  }

  @Test
  void aConfigMapOfSomebodyElseIsLeftAlone() {
    try (OperatorRig rig = rig()) {
      rig.client()
          .resource(
              new ConfigMapBuilder()
                  .withNewMetadata()
                  .withNamespace(OperatorRig.NAMESPACE)
                  .withName(ReportConfigMap.name("pool"))
                  .endMetadata()
                  .withData(Map.of("mine", "yes"))
                  .build())
          .create();
      rig.start();

      open(rig);

      rig.awaitStatus("pool", status -> status.reportRef() == null);
      rig.awaitQuiet();
      assertThat(rig.writesTo("/events")).hasSize(1);
      ConfigMap map =
          rig.client()
              .configMaps()
              .inNamespace(OperatorRig.NAMESPACE)
              .withName(ReportConfigMap.name("pool"))
              .get();
      assertThat(map.getData()).isEqualTo(Map.of("mine", "yes"));
    }
  }

  @Test
  void longNamesStayWithinWhatANameMayBe() {
    String longest = "a".repeat(253);

    assertThat(ReportConfigMap.name(longest)).hasSizeLessThanOrEqualTo(253);
    assertThat(ReportConfigMap.name(longest))
        .isNotEqualTo(ReportConfigMap.name("a".repeat(252) + "b"));
  }

  private static String reportOf(OperatorRig rig) {
    return Objects.requireNonNull(open(rig).reportRef()).name();
  }

  private static CertificateRenewalStatus open(OperatorRig rig) {
    rig.apply(Manifests.fleet("desk-phones", FIRMWARE, 120, Manifests.ROOT));
    rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
    return rig.awaitStatus("pool", status -> "Open".equals(status.gate()));
  }

  private static String text(OperatorRig rig, String name) {
    ConfigMap map =
        rig.client().configMaps().inNamespace(OperatorRig.NAMESPACE).withName(name).get();
    return map == null ? "" : String.valueOf(map.getData().get("report.json"));
  }
}
