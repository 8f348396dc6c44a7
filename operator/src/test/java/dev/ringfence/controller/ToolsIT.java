package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.kubernetes.Program;
import dev.ringfence.kubernetes.RealApi;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What kubectl and kstatus, the library of Flux and kpt, make of a renewal. */
class ToolsIT {
  private static final String NEW = "4.0.7577.4420";
  private static final String OLD = "4.0.7577.4387";
  private static final String CHAIN = Manifests.chain(Manifests.ROOT);

  private final OperatorRig rig = OperatorRig.onRealApi();
  private final Program program = new Program(RealApi.get());

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aRenewalThatNobodyHasSeenIsInProgress() {
    rig.apply(Manifests.renewal("pool", CHAIN, "desk-phones"));

    assertThat(status("pool")).isEqualTo("InProgress");
  }

  @Test
  void everyVerdictHasItsStatus() {
    rig.start();
    rig.apply(Manifests.fleet("fine", NEW, 120, Manifests.ROOT));
    rig.apply(Manifests.fleet("old", OLD, 120, Manifests.OTHER_ROOT));
    rig.apply(Manifests.policy("observing", "mode: Observe"));
    rig.apply(Manifests.renewal("warned", CHAIN, "fine"));
    rig.apply(Manifests.renewal("blocked", CHAIN, "old"));
    rig.apply(Manifests.renewal("observed", CHAIN, "old", "policyRef: {name: observing}"));
    rig.apply(Manifests.renewal("waiting", CHAIN, "absent"));
    rig.apply(Manifests.renewal("unreadable", "no certificate", "fine"));
    rig.awaitVerdict("warned", "Warn", "Open");
    String chain =
        Objects.requireNonNull(rig.awaitVerdict("blocked", "Block", "Closed").chainSha256());
    rig.awaitVerdict("observed", "Block", "Open");
    rig.awaitVerdict("waiting", "Hold", "Closed");
    rig.awaitVerdict("unreadable", "Hold", "Closed");

    assertThat(status("warned")).isEqualTo("Current");
    assertThat(status("blocked")).isEqualTo("Failed");
    assertThat(status("observed")).isEqualTo("Current");
    assertThat(status("waiting")).isEqualTo("InProgress");
    assertThat(status("unreadable")).isEqualTo("Failed");

    rig.apply(
        Manifests.approvalOfForeignRoot("chg1", "blocked", chain, 120, "2027-06-01T00:00:00Z"));
    rig.awaitVerdict("blocked", "Block", "Open");
    assertThat(status("blocked")).isEqualTo("Current");
  }

  @Test
  void kubectlWaitsForAnOpenGateAndShowsUsefulColumns() {
    rig.start();
    rig.apply(Manifests.fleet("fine", NEW, 120, Manifests.ROOT));
    rig.apply(Manifests.fleet("old", OLD, 120, Manifests.OTHER_ROOT));
    rig.apply(Manifests.renewal("warned", CHAIN, "fine"));
    rig.apply(Manifests.renewal("blocked", CHAIN, "old"));

    assertThat(wait("warned", "10s").exit()).isZero();
    rig.awaitVerdict("blocked", "Block", "Closed");
    Program.Run refused = wait("blocked", "1s");
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.output()).contains("timed out waiting");

    List<String> lines =
        program.kubectl("get", "crn", "-n", OperatorRig.NAMESPACE).output().lines().toList();
    assertThat(lines.get(0).split(" +"))
        .startsWith("NAME", "VERDICT", "GATE")
        .contains("PHONES", "BROKEN", "UNDETERMINED", "BREAKS", "AGE");
    assertThat(lines).anyMatch(line -> line.matches("blocked +Block +Closed +120 .*"));
    assertThat(lines).anyMatch(line -> line.matches("warned +Warn +Open +120 .*"));
  }

  private Program.Run wait(String name, String atMost) {
    return program.kubectl(
        "wait",
        "--for=condition=Ready",
        "--timeout=" + atMost,
        "-n",
        OperatorRig.NAMESPACE,
        "crn/" + name);
  }

  private String status(String name) {
    Program.Run run =
        program.kubectl("get", "crn", name, "-n", OperatorRig.NAMESPACE, "-o", "json");
    return program.kstatus(run.output());
  }
}
