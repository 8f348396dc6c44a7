package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.gather.ApprovalGatherer;
import dev.ringfence.gather.UnresolvedInputException;
import dev.ringfence.policy.Approval;
import dev.ringfence.policy.ApprovalReport;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks the API server, past every cache, for the approvals that are about to open a gate. A list
 * that was stale when the process started, or a watch that hangs, may hold one that was revoked.
 */
final class LiveApprovals {
  private final KubernetesClient client;
  private final ApprovalGatherer gatherer;

  LiveApprovals(KubernetesClient client, ApprovalGatherer gatherer) {
    this.client = client;
    this.gatherer = gatherer;
  }

  /**
   * Whether the report would open the gate for approvals of which one is gone or another one by
   * now. What opens without an approval, or is open for this chain already, is not asked about.
   */
  boolean isOutdated(
      CertificateRenewal renewal, RenewalReport report, @Nullable CertificateRenewalStatus before) {
    return isOpenedBy(report)
        && !isOpenAlready(report, before)
        && report.approvals().stream()
            .filter(ApprovalReport::inForce)
            .map(ApprovalReport::approval)
            .anyMatch(approval -> !exists(renewal.getMetadata().getNamespace(), approval));
  }

  private static boolean isOpenedBy(RenewalReport report) {
    return report.verdict() == Verdict.BLOCK && report.gate() == Gate.OPEN;
  }

  private static boolean isOpenAlready(
      RenewalReport report, @Nullable CertificateRenewalStatus before) {
    return before != null
        && Gate.OPEN.label().equals(before.gate())
        && Verdict.BLOCK.label().equals(before.verdict())
        && report.chain() != null
        && Objects.equals(report.chain().sha256(), before.chainSha256());
  }

  /** Without a resource version the answer is not older than the question. */
  private boolean exists(String namespace, Approval approval) {
    return client
        .resources(RenewalApproval.class)
        .inNamespace(namespace)
        .withField("metadata.name", approval.name())
        .list(new ListOptionsBuilder().withLimit(1L).build())
        .getItems()
        .stream()
        .anyMatch(found -> isStill(found, approval));
  }

  private boolean isStill(RenewalApproval found, Approval approval) {
    if (found.isMarkedForDeletion()) {
      return false;
    }
    try {
      return gatherer.gather(found).equals(approval);
    } catch (UnresolvedInputException e) {
      return false;
    }
  }
}
