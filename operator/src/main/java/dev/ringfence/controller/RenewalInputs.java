package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a renewal's verdict depends on in the cluster, watched. */
final class RenewalInputs {
  private final InlineChains chains;
  private final RenewalJudge judge;
  private final LiveApprovals approvals;
  private final ReportStore reports;
  private final FollowUps followUps;
  private final TargetClaims claims;
  private final SimpleInboundEventSource<CertificateRenewal> siblings;
  private final List<EventSource<?, CertificateRenewal>> eventSources;

  RenewalInputs(
      InlineChains chains,
      RenewalJudge judge,
      LiveApprovals approvals,
      ReportStore reports,
      FollowUps followUps,
      TargetClaims claims,
      SimpleInboundEventSource<CertificateRenewal> siblings,
      List<EventSource<?, CertificateRenewal>> watched) {
    this.chains = chains;
    this.judge = judge;
    this.approvals = approvals;
    this.reports = reports;
    this.followUps = followUps;
    this.claims = claims;
    this.siblings = siblings;
    List<EventSource<?, CertificateRenewal>> all = new ArrayList<>(watched);
    all.add(siblings);
    all.add(followUps);
    this.eventSources = List.copyOf(all);
  }

  InlineChains chains() {
    return chains;
  }

  RenewalJudge judge() {
    return judge;
  }

  LiveApprovals approvals() {
    return approvals;
  }

  ReportStore reports() {
    return reports;
  }

  FollowUps followUps() {
    return followUps;
  }

  /** Of a renewal that is gone. */
  void forget(CertificateRenewal renewal) {
    reports.forget(renewal);
    followUps.forget(ResourceID.fromResource(renewal));
  }

  List<EventSource<?, CertificateRenewal>> eventSources() {
    return eventSources;
  }

  /** Of two renewals with one target the newer one depends on the older one's chain. */
  void tellSiblings(CertificateRenewal renewal, @Nullable String chainSha256) {
    claims.claimed(renewal, chainSha256).forEach(siblings::propagateEvent);
  }

  void tellSiblingsOfDeleted(CertificateRenewal renewal) {
    claims.gone(renewal).forEach(siblings::propagateEvent);
  }

  /** Made when the framework asks for the event sources, since they need its context. */
  interface Factory {
    RenewalInputs create(EventSourceContext<CertificateRenewal> context);
  }
}
