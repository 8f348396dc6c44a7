package dev.ringfence.gather;

import static dev.ringfence.gather.CatalogSample.DIGEST;
import static dev.ringfence.gather.CatalogSample.OTHER;
import static dev.ringfence.gather.CatalogSample.ROOT;
import static dev.ringfence.gather.CatalogSample.TEXT;
import static dev.ringfence.gather.CatalogSample.gather;
import static dev.ringfence.gather.CatalogSample.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.catalog.Identification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a broken entry does to facts: it never makes a build trust more. */
class BrokenEntriesTest {
  private static final String FIRST = "{name: first, version: 1.2.3.4, earliest: \"2020-01-01\"";

  private static FirmwareFacts facts(FirmwareCatalog... catalogs) {
    var found = new FirmwareCatalogs(List.of(catalogs)).identify(null, "R1", "1.2.3.4");
    assertThat(found).isInstanceOf(Identification.Known.class);
    return ((Identification.Known) found).alternatives().get(0);
  }

  @Test
  void aBrokenStatementMakesItsFactUnknownEvenWhereAnotherOneSaysYes() {
    var key = new FactKey("publicKey.rsa-2048");
    var contradicted =
        with(
            "- {trusts: root",
            "- {capability: publicKey.rsa-2048, value: false, level: Bad, sources: [LAB]}\n  - {trusts: root");

    assertThat(facts(gather(TEXT).catalog()).fact(key).isYes()).isTrue();
    assertThat(facts(gather(contradicted).catalog()).fact(key).isUnknown()).isTrue();
  }

  @Test
  void aBrokenScopeSpoilsTheFactEverywhereTheStatementMayHaveMeant() {
    var key = new FactKey("publicKey.rsa-2048");
    var blue =
        with(
            "  models:",
            "  - {name: blue, profiles: [rfc5280], level: Inferred, sources: [LAB]}\n  models:");
    var elsewhere =
        with(
            blue,
            "- {trusts: root",
            "- {capability: publicKey.rsa-2048, value: false, level: Inferred, sources: [LAB],"
                + " scope: {family: blue, to: never}}\n  - {trusts: root");
    var here = with(elsewhere, "family: blue", "family: red");

    assertThat(facts(gather(elsewhere).catalog()).fact(key).isYes()).isTrue();
    assertThat(facts(gather(here).catalog()).fact(key).isUnknown()).isTrue();
  }

  @Test
  void aBrokenEntryOfAStoreLeavesItsCertificateUnknownAndTheRestAbsent() {
    var broken = facts(gather(with("present: false", "present: fasle")).catalog());
    var sound = facts(gather(TEXT).catalog());

    assertThat(sound.fact(FactKey.trusts(DIGEST)).isNo()).isTrue();
    assertThat(broken.fact(FactKey.trusts(DIGEST)).isUnknown()).isTrue();
    assertThat(broken.fact(FactKey.trusts("f".repeat(64))).isNo()).isTrue();
    assertThat(broken.trusts(ROOT).isYes()).isTrue();
  }

  @Test
  void anUnreadableEntryOfAStoreEndsItsCompleteness() {
    var broken = facts(gather(with("certificate: digest-only", "certificate: nobody")).catalog());

    assertThat(broken.storeComplete()).isFalse();
    assertThat(broken.fact(FactKey.trusts("f".repeat(64))).isUnknown()).isTrue();
    assertThat(broken.trusts(ROOT).isYes()).isTrue();
  }

  @Test
  void aBrokenCertificateIsTrustedByNeitherOfItsDigests() {
    var catalog = gather(with("origin: own", "sha256: " + OTHER.sha256())).catalog();
    var broken = facts(catalog);

    assertThat(broken.trusts(ROOT).isUnknown()).isTrue();
    assertThat(broken.trusts(OTHER).isUnknown()).isTrue();
    assertThat(new FirmwareCatalogs(List.of(catalog)).certificates()).isEmpty();
  }

  @Test
  void aBrokenReleaseKeepsItsPlaceAndHasNoFacts() {
    var broken = facts(gather(with(FIRST, FIRST + ", oops: true")).catalog());

    assertThat(broken.fact(new FactKey("tls.1.2")).isUnknown()).isTrue();
    assertThat(broken.trusts(ROOT).isUnknown()).isTrue();
    assertThat(broken.profiles()).isEmpty();
  }

  @Test
  void aBrokenModelIsAnUnknownModelAndWhatWasSaidOfItStillContradicts() {
    var text =
        with(
            with("id: R1, family: red", "id: R1"),
            "- {trusts: root",
            "- {capability: publicKey.rsa-2048, value: false, level: Inferred, sources: [LAB]}\n  - {trusts: root");
    var found =
        new FirmwareCatalogs(List.of(gather(text).catalog())).identify(null, "R1", "1.2.3.4");

    assertThat(found).isInstanceOf(Identification.Known.class);
    assertThat(((Identification.Known) found).model()).isNull();
    assertThat(((Identification.Known) found).alternatives())
        .allSatisfy(
            facts ->
                assertThat(facts.fact(new FactKey("publicKey.rsa-2048")).isUnknown()).isTrue());
  }

  @Test
  void aBrokenFamilyHasNoKnownPathBuilder() {
    var broken = gather(with("profiles: [rfc5280, served-order]", "profiles: [rfc5280, other]"));

    assertThat(facts(broken.catalog()).profiles()).isEmpty();
    assertThat(facts(gather(TEXT).catalog()).profiles()).containsExactly("rfc5280", "served-order");
  }

  @Test
  void aSharedSpellingNamesNoModel() {
    var text =
        with(
            "certificates:\n  - {id: root",
            "- {id: R2, family: red, aliases: [EXAMPLE/R1], level: Inferred, sources: [LAB]}\n"
                + "  certificates:\n  - {id: root");
    var catalogs = new FirmwareCatalogs(List.of(gather(text).catalog()));

    assertThat(catalogs.model("sample", "R1")).isPresent();
  }
}
