package dev.ringfence.report;

import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Advice;
import dev.ringfence.policy.AdviceKind;
import dev.ringfence.policy.AdvisedGroup;
import dev.ringfence.policy.Effect;
import dev.ringfence.policy.FirmwareUpgrade;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.ProfileVerdict;
import dev.ringfence.policy.ServedEdit;
import dev.ringfence.policy.TrustPush;
import dev.ringfence.policy.Verdict;
import java.util.List;

/** Advice made by hand: every field has a value in one of them. */
final class FixedAdvice {
  private static final FirmwareVersion OLD = new FirmwareVersion(4, 0, 7577, 4387);
  private static final FirmwareVersion NEW = new FirmwareVersion(4, 0, 7577, 4420);
  private static final FirmwareVersion BETWEEN = new FirmwareVersion(4, 0, 7577, 4414);

  private FixedAdvice() {}

  static List<Advice> of(CertificateChain chain) {
    List<Certificate> certificates = chain.certificates();
    Certificate last = certificates.get(certificates.size() - 1);
    AdvisedGroup lobby = group("lobby", 120, GroupKind.IN_USE, Outcome.BROKEN, Outcome.AT_RISK);
    AdvisedGroup spare = group("shelf", 5, GroupKind.SPARE, Outcome.BROKEN, Outcome.COMPATIBLE);
    AdvisedGroup desks =
        group("desks", 1_000, GroupKind.IN_USE, Outcome.COMPATIBLE, Outcome.BROKEN);
    AdvisedGroup hall =
        group("hall", 200, GroupKind.IN_USE, Outcome.UNDETERMINED, Outcome.UNDETERMINED);
    return List.of(
        new Advice(
            AdviceKind.UPGRADE_FIRMWARE,
            "Before the renewal, upgrade aries 4.0.7577.4387 to 4.0.7577.4420 (CU11).",
            null,
            List.of(
                new FirmwareUpgrade(
                    "lync-phone-edition",
                    "aries",
                    OLD,
                    NEW,
                    "CU11",
                    BETWEEN,
                    120,
                    List.of("lobby")),
                new FirmwareUpgrade(
                    "lync-phone-edition", "tanjay", OLD, NEW, "CU11", null, 0, List.of("shelf"))),
            null,
            List.of(),
            new Effect(List.of(lobby, spare), List.of(), List.of(), List.of(), Verdict.WARN)),
        new Advice(
            AdviceKind.SERVE_OTHER_CHAIN_TO_SOME,
            "Serve the chain without | its <last> certificate.",
            new ServedEdit(
                new CertificateChain(certificates.subList(0, certificates.size() - 1)),
                List.of(),
                List.of(last),
                false),
            List.of(),
            null,
            List.of(),
            new Effect(
                List.of(lobby),
                List.of(desks),
                List.of(hall),
                List.of(
                    new ProfileVerdict(
                        "served-order",
                        new ProfileVerdict.Answer("IssuerMissing", last),
                        new ProfileVerdict.Answer("Accepted", last),
                        120),
                    new ProfileVerdict(
                        "rfc5280",
                        new ProfileVerdict.Answer("Accepted", last),
                        new ProfileVerdict.Answer("IssuerMissing", null),
                        1_000)),
                Verdict.BLOCK)),
        new Advice(
            AdviceKind.PUBLISH_IN_ACTIVE_DIRECTORY,
            "Publish the root in Active Directory.",
            null,
            List.of(),
            new TrustPush(TrustPush.Means.ACTIVE_DIRECTORY, last),
            List.of("certutil -f -dspublish Example-Root.cer RootCA"),
            new Effect(List.of(lobby), List.of(), List.of(), List.of(), Verdict.WARN)),
        new Advice(
            AdviceKind.REISSUE_WITHOUT_RSASSA_PSS,
            "Issue the end entity again.",
            null,
            List.of(),
            null,
            List.of("certutil -setreg CA\\CSP\\AlternateSignatureAlgorithm 0"),
            new Effect(List.of(), List.of(), List.of(), List.of(), null)));
  }

  private static AdvisedGroup group(
      String name, long phones, GroupKind kind, Outcome before, Outcome after) {
    return new AdvisedGroup(
        "desk-phones",
        new FleetGroup(
            name,
            "lync-phone-edition",
            "CX600",
            "4.0.7577.4387",
            phones,
            "hq",
            SignIn.USB_TETHER,
            kind,
            null,
            false),
        before,
        after,
        before == Outcome.COMPATIBLE ? List.of() : List.of("TrustAnchorMissing"),
        after == Outcome.BROKEN || after == Outcome.UNDETERMINED
            ? List.of("PathBuilderDeadEnd")
            : List.of());
  }
}
