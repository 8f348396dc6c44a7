package dev.ringfence.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.gather.BuiltInPacks;
import dev.ringfence.gather.CatalogGatherer;
import dev.ringfence.gather.GatheredCatalog;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.policy.rules.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Groups of phones, real chains and the built-in catalog, for tests of the engine. */
final class EngineSamples {
  static final Instant AT = Instant.parse("2016-01-15T12:00:00Z");
  private static final CatalogGatherer GATHERER = new CatalogGatherer();
  private static final List<FirmwareCatalog> PACK =
      new BuiltInPacks(GATHERER)
          .load(Set.of("lync-phone-edition"), List.of()).stream()
              .map(GatheredCatalog::catalog)
              .toList();
  static final CertificateChain DIGICERT = example("ibmcloud-messaging-2014.pem");
  static final CertificateChain CRYPTOGRAPHY = example("cryptography-io-2014.pem");
  static final PolicyEngine ENGINE = new PolicyEngine(Rules.all());

  private EngineSamples() {}

  static RenewalReport evaluate(CertificateChain chain, FleetGroup... groups) {
    return ENGINE.evaluate(
        evaluation(chain, null, AT, Policy.defaults(), List.of(), List.of(), groups));
  }

  static Evaluation evaluation(
      CertificateChain chain,
      @Nullable CertificateChain current,
      Instant at,
      Policy policy,
      List<FirmwareCatalog> overlays,
      List<Approval> approvals,
      FleetGroup... groups) {
    var catalogs = new ArrayList<>(PACK);
    catalogs.addAll(overlays);
    var fleet =
        new PhoneFleet(
            "desk-phones", Arrays.asList(groups), ProvisionedTrust.none(), List.of(), null);
    return new Evaluation(
        "pool",
        chain,
        current,
        List.of(),
        List.of(),
        at,
        List.of(fleet),
        new FirmwareCatalogs(catalogs),
        policy,
        approvals,
        List.of());
  }

  static FleetGroup group(String name, String model, String firmware, long phones) {
    return new FleetGroup(
        name,
        "lync-phone-edition",
        model,
        firmware,
        phones,
        "hq",
        SignIn.UNDECLARED,
        GroupKind.IN_USE,
        null,
        false);
  }

  /** What a bench found of the algorithms, and nothing of the roots. */
  static FirmwareCatalog algorithms() {
    return lab("");
  }

  static FirmwareCatalog lab() {
    return lab(
        "- {trusts: geotrust-global-ca-2022, value: true, level: Observed, sources: [LAB], SCOPE}");
  }

  private static FirmwareCatalog lab(String trust) {
    String scope = "scope: {model: CX600, from: 4.0.7577.4387, to: 4.0.7577.4387}";
    String yaml =
        """
        apiVersion: ringfence.dev/v1alpha1
        kind: FirmwareCatalog
        metadata: {name: lab}
        spec:
          platform: lync-phone-edition
          priority: 10
          sources: [{id: LAB, title: One CX600 on a bench}]
          capabilities:
          TRUST
          - {capability: publicKey.rsa-4096, value: true, level: Observed, sources: [LAB], SCOPE}
          - {capability: signature.sha256WithRSAEncryption, value: true, level: Observed, sources: [LAB], SCOPE}
          certificates:
          - {id: geotrust-global-ca-2022, sha256: ff856a2d251dcd88d36656f450126798cfabaade40799c722de4d2b5db36a73a, subject: "CN=GeoTrust Global CA,O=GeoTrust Inc.,C=US", notBefore: "2002-05-21T04:00:00Z", notAfter: "2022-05-21T04:00:00Z"}
        """
            .replace("TRUST", trust)
            .replace("SCOPE", scope);
    var gathered = GATHERER.gather(yaml.getBytes(StandardCharsets.UTF_8), "lab.yaml");
    assertThat(gathered.defects()).isEmpty();
    return gathered.catalog();
  }

  static ServedEdit editOf(Advice advice) {
    return Objects.requireNonNull(advice.edit());
  }

  static List<String> errors(RenewalReport report) {
    return report.groups().stream()
        .flatMap(group -> group.findings().stream())
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.rule() + " " + finding.result().label())
        .distinct()
        .toList();
  }

  static List<String> rules(RenewalReport report) {
    return report.groups().stream()
        .flatMap(group -> group.findings().stream())
        .map(Finding::rule)
        .distinct()
        .toList();
  }

  static CertificateChain chain(Certificate... certificates) {
    return new CertificateChain(List.of(certificates));
  }

  static CertificateChain example(String name) {
    Path file = Path.of("examples", "chains", name);
    try {
      return new CertificateChain(
          new CertificateParser(ParserLimits.doors()).parse(Files.readAllBytes(file), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
