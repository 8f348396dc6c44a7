package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.gather.ApprovalGatherer;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approvals that a cache still holds. */
class LiveApprovalsTest {
  private static final String CHAIN = SampleReports.CHAIN.sha256();

  private final OperatorRig rig = rig();
  private final LiveApprovals approvals =
      new LiveApprovals(rig.client(), new ApprovalGatherer(List.of("TrustAnchorMissing")));

  OperatorRig rig() {
    return new OperatorRig();
  }

  @BeforeEach
  void approve() {
    rig.apply(approval(120));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void oneThatIsThereOpens() {
    assertThat(isOutdated(report(Verdict.BLOCK), null)).isFalse();
  }

  @Test
  void oneThatWasRevokedDoesNotOpen() {
    RenewalReport cached = report(Verdict.BLOCK);
    revoke();

    assertThat(isOutdated(cached, null)).isTrue();
    assertThat(isOutdated(cached, status("Block", "Closed", CHAIN))).isTrue();
    assertThat(isOutdated(cached, status("Block", "Open", "ab".repeat(32)))).isTrue();
  }

  @Test
  void anotherOneOfTheSameNameDoesNotOpen() {
    RenewalReport cached = report(Verdict.BLOCK);
    revoke();
    rig.apply(approval(119));

    assertThat(isOutdated(cached, null)).isTrue();
  }

  @Test
  void nobodyIsAskedForWhatIsOpenAlreadyOrNeedsNoApproval() {
    RenewalReport blocked = report(Verdict.BLOCK);
    RenewalReport allowed = report(Verdict.WARN);
    revoke();

    assertThat(isOutdated(blocked, status("Block", "Open", CHAIN))).isFalse();
    assertThat(isOutdated(allowed, null)).isFalse();
  }

  private boolean isOutdated(RenewalReport report, @Nullable CertificateRenewalStatus before) {
    return approvals.isOutdated(SampleReports.renewal(), report, before);
  }

  /** As it is computed from a cache that holds the approval of 120 phones. */
  private static RenewalReport report(Verdict verdict) {
    return SampleReports.of(verdict, Gate.OPEN).approval("chg1", null).build();
  }

  private void revoke() {
    rig.client()
        .resources(RenewalApproval.class)
        .inNamespace(OperatorRig.NAMESPACE)
        .withName("chg1")
        .delete();
  }

  private static CertificateRenewalStatus status(String verdict, String gate, String chain) {
    return new CertificateRenewalStatus(
        1L, verdict, gate, chain, null, null, List.of(), null, List.of(), null, null, List.of());
  }

  private static String approval(long phones) {
    return Manifests.approval(
        "chg1",
        "pool",
        CHAIN,
        phones,
        SampleReports.AT.plusSeconds(3600).toString(),
        "TrustAnchorMissing");
  }
}
