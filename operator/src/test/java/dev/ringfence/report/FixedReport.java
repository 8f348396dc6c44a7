package dev.ringfence.report;

import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.catalog.Scope;
import dev.ringfence.catalog.Statement;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.path.BuiltPath;
import dev.ringfence.path.PathFailure;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Approval;
import dev.ringfence.policy.ApprovalReport;
import dev.ringfence.policy.CalendarEntry;
import dev.ringfence.policy.Changes;
import dev.ringfence.policy.Finding;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.GroupReport;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.Outcome;
import dev.ringfence.policy.PhoneCounts;
import dev.ringfence.policy.Problem;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Severity;
import dev.ringfence.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports made by hand: every field has a value in one of them, and some hold hostile text. */
final class FixedReport {
  static final Instant AT = Instant.parse("2026-11-23T00:00:00Z");
  private static final Instant BREAKS = Instant.parse("2027-11-01T00:00:01Z");

  private FixedReport() {}

  static CertificateChain chain() {
    try {
      byte[] pem = Files.readAllBytes(Path.of("src/test/resources/report/chain.pem"));
      return new CertificateChain(
          new CertificateParser(ParserLimits.doors()).parse(pem, "chain.pem"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static RenewalReport hold() {
    return RenewalReport.hold(
        "pool",
        Mode.ENFORCE,
        AT,
        null,
        List.of(
            new Problem(
                "PhoneFleetNotFound",
                "Expected a PhoneFleet named desk-phones, found none.",
                false)),
        List.of(new InputDigest("FirmwareCatalog", "lync-phone-edition", 0, "ab".repeat(32))));
  }

  static RenewalReport blocked() {
    CertificateChain chain = chain();
    return new RenewalReport(
        "pool",
        Verdict.BLOCK,
        Gate.CLOSED,
        Mode.ENFORCE,
        AT,
        chain,
        new PhoneCounts(1_327, 1_000, 0, 127, 200),
        groups(chain),
        List.of(servedUnused()),
        new Changes(127, 3, 0, 997, 200),
        List.of(
            new CalendarEntry(
                BREAKS,
                List.of("CN=pool.example.com has ended."),
                new PhoneCounts(1_327, 0, 0, 1_327, 0))),
        FixedAdvice.of(chain),
        List.of(new ApprovalReport(approval(chain), "It accepts 100 phones, 127 block.")),
        List.of(),
        List.of("127 phones are Broken, the policy's budget is 0."),
        AT,
        BREAKS,
        List.of(
            new InputDigest("FirmwareCatalog", "lync-phone-edition", 0, "ab".repeat(32)),
            new InputDigest("PhoneFleet", "desk-phones", 7, "cd".repeat(32))));
  }

  private static List<GroupReport> groups(CertificateChain chain) {
    Finding missing = anchorMissing();
    return List.of(
        group("lobby", "CX600", "4.0.7577.4387", 120, "hq", Outcome.BROKEN, AT, chain, missing),
        group(
            "gate | <i>7</i>",
            "CX600",
            "4.0.7577.4387",
            7,
            "hq",
            Outcome.BROKEN,
            AT,
            chain,
            missing),
        group(
            "hall",
            "CX700",
            "4.0.7577.4494",
            200,
            "\u001B[2Jb|r@nch",
            Outcome.UNDETERMINED,
            AT,
            chain,
            sha256()),
        new GroupReport(
            "desk-phones",
            fleetGroup("desks", "CX600", "4.0.7577.4463", 1_000, "", SignIn.PIN, GroupKind.IN_USE),
            "lync-phone-edition",
            "aries",
            Outcome.COMPATIBLE,
            BREAKS,
            List.of(new BuiltPath("rfc5280", BuiltPath.Result.BUILT, chain.certificates(), null)),
            List.of()),
        new GroupReport(
            "desk-phones",
            fleetGroup("cupboard", "CX999", "unknown", 5, "", SignIn.UNDECLARED, GroupKind.SPARE),
            null,
            null,
            Outcome.UNDETERMINED,
            null,
            List.of(),
            List.of()));
  }

  private static GroupReport group(
      String name,
      String model,
      String firmware,
      long phones,
      String site,
      Outcome outcome,
      Instant breaksAt,
      CertificateChain chain,
      Finding finding) {
    return new GroupReport(
        "desk-phones",
        fleetGroup(name, model, firmware, phones, site, SignIn.USB_TETHER, GroupKind.IN_USE),
        "lync-phone-edition",
        model.equals("CX700") ? "tanjay" : "aries",
        outcome,
        breaksAt,
        List.of(
            new BuiltPath(
                "served-order",
                BuiltPath.Result.DEAD_END,
                chain.certificates().subList(0, 2),
                new PathFailure(
                    PathFailure.ISSUER_MISSING,
                    chain.certificates().get(1),
                    "No issuer is served or held."))),
        List.of(finding));
  }

  private static FleetGroup fleetGroup(
      String name,
      String model,
      String firmware,
      long phones,
      String site,
      SignIn signIn,
      GroupKind kind) {
    return new FleetGroup(name, null, model, firmware, phones, site, signIn, kind, null, false);
  }

  private static Finding anchorMissing() {
    return new Finding(
        "TrustAnchorMissing",
        Severity.ERROR,
        FindingResult.VIOLATED,
        List.of(Affects.REGISTRATION, Affects.UPDATE),
        "No candidate path ends in an anchor that 4.0.7577.4387 holds; expected CN=Example Root CA.",
        List.of(
            statement(
                FactKey.trusts("0f".repeat(32)),
                false,
                EvidenceLevel.DOCUMENTED,
                Scope.ALL,
                "The table | lists <16> roots.")),
        null);
  }

  private static Finding sha256() {
    FirmwareVersion version = new FirmwareVersion(4, 0, 7577, 4494);
    FactKey key = new FactKey("signature.sha256WithRSAEncryption");
    return new Finding(
        "SignatureAlgorithmUnsupported",
        Severity.ERROR,
        FindingResult.UNDETERMINED,
        List.of(Affects.REGISTRATION),
        "Whether 4.0.7577.4494 verifies sha256WithRSAEncryption is not known.",
        List.of(
            statement(key, true, EvidenceLevel.DOCUMENTED, Scope.ALL, null),
            statement(
                key,
                false,
                EvidenceLevel.FIELD_REPORTED,
                new Scope("tanjay", null, version, version),
                null),
            statement(
                key, null, EvidenceLevel.INFERRED, new Scope(null, "CX700", version, null), null)),
        "Does a CX700 with 4.0.7577.4494 sign in to a server whose certificate is signed with SHA-256?");
  }

  private static Finding servedUnused() {
    return new Finding(
        "ServedCertificateUnused",
        Severity.NOTICE,
        FindingResult.VIOLATED,
        List.of(),
        "The served root CN=Example Root CA is never trust.",
        List.of(),
        null);
  }

  private static Statement statement(
      FactKey key,
      @Nullable Boolean value,
      EvidenceLevel level,
      Scope scope,
      @Nullable String note) {
    return new Statement(key, value, level, List.of("SEED"), scope, "lync-phone-edition", note);
  }

  private static Approval approval(CertificateChain chain) {
    return new Approval(
        "chg-12345",
        "pool",
        chain.sha256(),
        Set.of("TrustAnchorMissing", "SignatureAlgorithmUnsupported"),
        100,
        Instant.parse("2026-12-31T00:00:00Z"),
        "CHG0012345",
        "Lobby phones are replaced in December.",
        "alice");
  }
}
