package dev.ringfence.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.PhoneFamily;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Evaluation;
import dev.ringfence.policy.Finding;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.Policy;
import dev.ringfence.policy.PolicyEngine;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.policy.Verdict;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A family of which no path builder is known, as after a defect in its catalog. */
class UnknownPathBuilderTest {
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuing = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuing).mint();

  @Test
  void aBuilderThatIsNotKnownNeverFindsAPath() {
    var known = new FirmwareDraft().holding(root).catalogs().catalogs().get(0);

    assertThat(report(known).verdict()).isNotEqualTo(Verdict.BLOCK);
    assertThat(report(withoutBuilders(known)).verdict()).isEqualTo(Verdict.BLOCK);
    assertThat(report(withoutBuilders(known)).groups().get(0).findings())
        .filteredOn(finding -> finding.rule().equals("PathBuilderDeadEnd"))
        .extracting(Finding::result)
        .containsExactly(FindingResult.UNDETERMINED);
  }

  private RenewalReport report(FirmwareCatalog catalog) {
    var group = RuleFixture.phones(FirmwareDraft.MODEL, FirmwareDraft.FIRMWARE);
    return new PolicyEngine(Rules.all())
        .evaluate(
            new Evaluation(
                "pool",
                new CertificateChain(List.of(endEntity.certificate(), issuing.certificate())),
                null,
                List.of(),
                List.of(),
                TestPki.NOW,
                List.of(
                    new PhoneFleet(
                        "desk-phones", List.of(group), ProvisionedTrust.none(), List.of(), null)),
                new FirmwareCatalogs(List.of(catalog)),
                Policy.defaults(),
                List.of(),
                List.of()));
  }

  private static FirmwareCatalog withoutBuilders(FirmwareCatalog catalog) {
    var families =
        catalog.families().stream()
            .map(
                family ->
                    new PhoneFamily(
                        family.name(), List.of(), EvidenceLevel.DOCUMENTED, List.of("S"), null))
            .toList();
    return new FirmwareCatalog(
        catalog.name(),
        catalog.platform(),
        catalog.edition(),
        catalog.priority(),
        catalog.sources(),
        families,
        catalog.models(),
        catalog.certificates(),
        catalog.trustStores(),
        catalog.statements(),
        catalog.damagedStatements(),
        catalog.releases(),
        catalog.upgrades(),
        catalog.notPhones());
  }
}
