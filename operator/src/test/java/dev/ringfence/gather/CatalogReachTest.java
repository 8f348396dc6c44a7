package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReachTest {
  private static final String LISTED = "4.0.7577.4420";
  private static final FirmwareCatalog BASE =
      catalog(
          """
          families: [{name: aries, profiles: [rfc5280], level: Inferred, sources: [LAB]}]
          releases:
          - {name: CU8, version: 4.0.7577.4387, families: [aries], level: Inferred, sources: [LAB]}
          - {name: CU11, version: 4.0.7577.4420, families: [aries], level: Inferred, sources: [LAB]}
          """);
  private static final FirmwareCatalog LAB =
      catalog(
          """
          capabilities:
          - {capability: check.dates, value: true, level: Observed, sources: [LAB], scope: {from: 4.0.7577.4420, to: 4.0.7577.4420}}
          """);

  private final CatalogReach reach = new CatalogReach(List.of(BASE, LAB));

  @ParameterizedTest
  @CsvSource({
    "lync-phone-edition, 4.0.7577.4420, true",
    "lync-phone-edition, 4.0.7577.4387, false",
    "other-phones, 4.0.7577.4420, false",
    ", 4.0.7577.4420, true",
    ", 4.0.7577.4387, false",
    "lync-phone-edition, 4.0.7577.4400, true",
    "lync-phone-edition, unreadable, true"
  })
  void statementsConcernTheGroupsThatTheyCanBeAbout(
      @Nullable String platform, String firmware, boolean expected) {
    assertThat(reach.concerns(LAB, List.of(fleet(platform, firmware)))).isEqualTo(expected);
  }

  @Test
  void whatDefinesMoreThanStatementsConcernsEverybody() {
    assertThat(reach.concerns(BASE, List.of(fleet("other-phones", LISTED)))).isTrue();
  }

  private static PhoneFleet fleet(@Nullable String platform, String firmware) {
    FleetGroup group =
        new FleetGroup(
            "lobby",
            platform,
            "CX600",
            firmware,
            10,
            "",
            SignIn.UNDECLARED,
            GroupKind.IN_USE,
            null,
            false);
    return new PhoneFleet("desk-phones", List.of(group), ProvisionedTrust.none(), List.of(), null);
  }

  private static FirmwareCatalog catalog(String more) {
    String yaml =
        """
        apiVersion: ringfence.dev/v1alpha1
        kind: FirmwareCatalog
        metadata: {name: sample}
        spec:
          platform: lync-phone-edition
          sources: [{id: LAB, title: Lab}]
        """
            + more.indent(2);
    GatheredCatalog gathered =
        new CatalogGatherer().gather(yaml.getBytes(StandardCharsets.UTF_8), "sample.yaml");
    assertThat(gathered.defects()).isEmpty();
    return gathered.catalog();
  }
}
