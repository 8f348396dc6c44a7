package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalApprovalStatus;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What opens a blocked gate, and what closes it again. */
class ApprovalsTest {
  private static final String OLD = "4.0.7577.4387";
  private static final String NEXT_YEAR = "2027-06-01T00:00:00Z";

  private final OperatorRig rig = rig();

  OperatorRig rig() {
    return new OperatorRig();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void anApprovalOpensTheGateAndOnePhoneMoreClosesIt() {
    rig.start();
    String chain = blockedChain();

    rig.apply(approval(chain, 120, NEXT_YEAR));
    CertificateRenewalStatus approved = rig.awaitVerdict("pool", "Block", "Open");
    assertThat(OperatorRig.conditions(approved))
        .contains("Approved=True/Approved", "Ready=True/Approved")
        .noneMatch(condition -> condition.startsWith("Stalled"));
    assertThat(awaitApproval(true).failingClause()).isNull();

    rig.apply(Manifests.fleet("desk-phones", OLD, 121, Manifests.OTHER_ROOT));
    rig.awaitVerdict("pool", "Block", "Closed");
    assertThat(awaitApproval(false).failingClause()).contains("120").contains("121");

    rig.apply(Manifests.fleet("desk-phones", OLD, 119, Manifests.OTHER_ROOT));
    rig.awaitVerdict("pool", "Block", "Open");
  }

  @Test
  void anApprovalEndsByItselfAtItsExpiry() {
    rig.tickingFrom(OperatorRig.START).start();
    String chain = blockedChain();

    rig.apply(approval(chain, 120, OperatorRig.START.plusSeconds(8).toString()));
    rig.awaitVerdict("pool", "Block", "Open");

    rig.awaitVerdict("pool", "Block", "Closed");
    awaitApproval(false);
  }

  @Test
  void anExpiredApprovalDoesNotOpenTheGateAfterARestart() {
    rig.start();
    String chain = blockedChain();
    rig.apply(approval(chain, 120, NEXT_YEAR));
    rig.awaitVerdict("pool", "Block", "Open");
    rig.stop();

    rig.moveClockTo(OperatorRig.START.plus(Duration.ofDays(366)));
    rig.start();

    rig.awaitVerdict("pool", "Block", "Closed");
  }

  @Test
  void deletingTheApprovalClosesTheGate() {
    rig.start();
    rig.apply(approval(blockedChain(), 120, NEXT_YEAR));
    rig.awaitVerdict("pool", "Block", "Open");

    rig.client()
        .resources(RenewalApproval.class)
        .inNamespace(OperatorRig.NAMESPACE)
        .withName("chg1")
        .delete();

    CertificateRenewalStatus closed = rig.awaitVerdict("pool", "Block", "Closed");
    assertThat(OperatorRig.conditions(closed)).contains("Approved=False/ApprovalMissing");
  }

  @Test
  void anApprovalOfNoRenewalSaysSo() {
    rig.start();
    rig.apply(approval("ab".repeat(32), 120, NEXT_YEAR));

    assertThat(awaitApproval(false).failingClause())
        .contains("no CertificateRenewal pool in this namespace");
  }

  @Test
  void aHoldCannotBeApproved() {
    rig.start();
    rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
    String chain = Objects.requireNonNull(rig.awaitVerdict("pool", "Hold", "Closed").chainSha256());

    rig.apply(approval(chain, 120, NEXT_YEAR));

    assertThat(awaitApproval(false).failingClause()).contains("FleetNotFound");
    assertThat(rig.awaitVerdict("pool", "Hold", "Closed").gate()).isEqualTo("Closed");
  }

  private String blockedChain() {
    rig.apply(Manifests.fleet("desk-phones", OLD, 120, Manifests.OTHER_ROOT));
    rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
    return Objects.requireNonNull(rig.awaitVerdict("pool", "Block", "Closed").chainSha256());
  }

  private static String approval(String chain, long phones, String expiresAt) {
    return Manifests.approvalOfForeignRoot("chg1", "pool", chain, phones, expiresAt);
  }

  private RenewalApprovalStatus awaitApproval(boolean inForce) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              RenewalApproval approval =
                  rig.client()
                      .resources(RenewalApproval.class)
                      .inNamespace(OperatorRig.NAMESPACE)
                      .withName("chg1")
                      .get();
              return approval == null ? null : approval.getStatus();
            },
            status ->
                status != null
                    && Boolean.valueOf(inForce).equals(status.inForce())
                    && status.conditions().stream()
                        .noneMatch(c -> "NotYetEvaluated".equals(c.reason())));
  }
}
