package dev.ringfence.gather;

import static dev.ringfence.gather.CatalogSample.gather;
import static dev.ringfence.gather.CatalogSample.lines;
import static dev.ringfence.gather.CatalogSample.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Defects of trust stores, releases and devices, and those that leave nothing to use. */
class CatalogSectionDefectsTest {
  private static Arguments of(String original, String replacement, String... defects) {
    return Arguments.of(original, replacement, List.of(defects));
  }

  static Stream<Arguments> defects() {
    return Stream.of(
        // trust stores
        of(
            "name: legacy",
            "name: Legacy Store",
            "spec.trustStores[0].name: Expected the name of a trust store: lower-case letters, digits,"
                + " \".\", \"_\", \"-\" and \"/\", found \"Legacy Store\"."),
        of(
            "    complete: true\n    level: Documented\n    sources: [LAB]\n",
            "    complete: true\n",
            "spec.trustStores[0].complete: Expected the store's level and sources to say how it is known to"
                + " be complete, found none."),
        of(
            "complete: true",
            "complete: often",
            "spec.trustStores[0].complete: Expected true or false, found \"often\"."),
        of(
            "present: false, ",
            "",
            "spec.trustStores[0].entries[0].present: Expected true, false or null, found nothing."),
        of(
            "certificate: digest-only",
            "certificate: [digest-only]",
            "spec.trustStores[0].entries[0].certificate: Expected the id of a certificate or a SHA-256,"
                + " found a list."),
        of(
            "  capabilities:",
            "  - {name: legacy, level: Inferred, sources: [LAB], certificates: [root]}\n"
                + "  capabilities:",
            "spec.trustStores[1].name: Expected a name of its own, found legacy again."),
        // releases
        of(
            "version: 1.2.3.4",
            "version: 1.2.3",
            "spec.releases[0].version: Expected four numbers such as 4.0.7577.4387, the last of which may"
                + " be *, found \"1.2.3\"."),
        of(
            "latest: \"2020-01-31\"",
            "latest: \"2020-01-32\"",
            "spec.releases[0].latest: Expected a day such as 2013-04-30, found \"2020-01-32\"."),
        of(
            "latest: \"2020-01-31\"",
            "latest: \"2019-12-31\"",
            "spec.releases[0].latest: Expected a day not before 2020-01-01, found 2019-12-31."),
        of(
            "families: [red], trustStore: legacy, level",
            "families: [], trustStore: legacy, level",
            "spec.releases[0].families: Expected the name of at least one family, found none."),
        of(
            "families: [red], trustStore: legacy, level",
            "families: [Red!], trustStore: legacy, level",
            "spec.releases[0].families[0]: Expected the name of a family, such as aries, found \"Red!\"."),
        of(
            "profiles: [rfc5280],",
            "profiles: [rfc5281],",
            "spec.releases[1].profiles: Path builder rfc5281 is unknown, expected one of openssl-1.0.0,"
                + " openssl-1.0.1, openssl-1.0.1n, openssl-1.0.2, openssl-1.1.1, openssl-1.1.1i,"
                + " openssl-3.0, openssl-3.0-level-0, rfc5280, served-order."),
        of(
            "version: 1.1.1.*",
            "version: 1.2.3.4",
            "spec.releases[1].version: Expected a release of its own, found 1.2.3.4 again for family red."),
        // families, models, upgrades, no phones
        of(
            "profiles: [rfc5280, served-order]",
            "profiles: []",
            "spec.families[0].profiles: Expected the name of at least one path builder, found none."),
        of(
            "models:",
            "- {name: red, profiles: [rfc5280], level: Inferred, sources: [LAB]}\n  models:",
            "spec.families[1].name: Expected a name of its own, found red again."),
        of(
            "id: R1, family: red",
            "id: R1",
            "spec.models[0].family: Expected the name of a family, such as aries, found nothing."),
        of(
            "id: R1",
            "id: 1",
            "spec.models[0].id: Expected the id of a model, such as CX600, found 1; put it in quotes."),
        of(
            "certificates:\n  - {id: root",
            "- {id: R2, family: red, aliases: [example/r1], level: Inferred, sources: [LAB]}\n"
                + "  certificates:\n  - {id: root",
            "spec.models[1].aliases: Expected spellings of this model alone, found \"example/r1\", which R1"
                + " has too."),
        of(
            "certificates:\n  - {id: root",
            "- {id: R1, family: red, level: Inferred, sources: [LAB]}\n  certificates:\n  - {id: root",
            "spec.models[1].id: Expected an id of its own, found R1 again."),
        of(
            "via: 1.2.3.5",
            "via: 1.2.3.*",
            "spec.upgrades[0].via: Expected four numbers such as 4.0.7577.4387, found \"1.2.3.*\"."),
        of(
            "userAgent: \"CLIENT/\"",
            "userAgent: \"\"",
            "spec.notPhones[0].userAgent: Expected the start of a user agent, 3 characters or more, found"
                + " \"\"."),
        of(
            "userAgent: \"CLIENT/\"",
            "userAgent: \"CLIENT/\", model: client",
            "spec.notPhones[0]: Expected exactly one of userAgent and model, found both."));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void everyDefectIsReportedWithItsPlace(
      String original, String replacement, List<String> expected) {
    var gathered = gather(with(original, replacement));

    assertThat(lines(gathered.defects())).containsExactlyElementsOf(expected);
    assertThat(gathered.defects()).allSatisfy(d -> assertThat(d.catalog()).isEqualTo("lab"));
  }

  static Stream<Arguments> fatal() {
    return Stream.of(
        of(
            "apiVersion: ringfence.dev/v1alpha1",
            "apiVersion: v1",
            "apiVersion: Expected ringfence.dev/v1alpha1, found v1."),
        of(
            "kind: FirmwareCatalog",
            "kind: PhoneFleet",
            "kind: Expected FirmwareCatalog, found PhoneFleet."),
        of(
            "capabilities:",
            "capabilites:",
            "spec.capabilites: This field is unknown, expected one of capabilities, certificates, edition,"
                + " families, models, notPhones, platform, priority, releases, sources, trustStores,"
                + " upgrades."),
        of(
            "platform: sample\n",
            "platform: Sample\n",
            "spec.platform: Expected the id of a platform, such as lync-phone-edition, found \"Sample\"."),
        of(
            "platform: sample\n",
            "\n",
            "spec.platform: Expected the id of a platform, since the catalog has families, found nothing."),
        of(
            "priority: 10",
            "priority: 1001",
            "spec.priority: Expected a whole number from -1000 to 1000, found 1001."),
        of(
            "priority: 10",
            "priority: 1.5",
            "spec.priority: Expected a whole number from -1000 to 1000, found 1.5."),
        of(
            "notPhones:\n  - {name: client, userAgent: \"CLIENT/\", level: Documented, sources: [LAB]}",
            "notPhones: none",
            "spec.notPhones: Expected a list, found \"none\"."),
        of(
            "notPhones:",
            "upgrades:",
            "spec: Expected each field once, found upgrades (again in line 33)."),
        of("spec:\n", "spec: none\nother:\n", "spec: Expected fields, found \"none\"."),
        of(
            "edition: \"2026-11-23\"",
            "edition: 2026",
            "spec.edition: Expected a day, a month or a year, such as 2026-11-23, found 2026; put it in"
                + " quotes."),
        of(
            "notPhones:",
            "models:\n  - {}\n  notPhones:",
            "spec: Expected each field once, found models (again in line 33)."),
        of(
            "trustStores:\n",
            "trustStores: []\n  ignored:\n",
            "spec.ignored: This field is unknown, expected one of capabilities, certificates, edition,"
                + " families, models, notPhones, platform, priority, releases, sources, trustStores,"
                + " upgrades."));
  }

  @ParameterizedTest
  @MethodSource("fatal")
  void aDefectOfTheWholeLeavesNothingToUse(
      String original, String replacement, List<String> expected) {
    var refused =
        catchThrowableOfType(
            CatalogFormatException.class, () -> gather(with(original, replacement)));

    assertThat(refused).isNotNull();
    assertThat(lines(refused.defects())).containsAll(expected);
  }

  @Test
  void aListBeyondItsBoundLeavesNothingToUse() {
    var many = "{id: X, title: X}, ".repeat(513);
    var refused =
        catchThrowableOfType(
            CatalogFormatException.class,
            () -> gather(with("sources:\n", "sources: [" + many + "]\n  more:\n")));

    assertThat(lines(refused.defects()))
        .contains("spec.sources: Expected at most 512 entries, found 513.");
  }

  @Test
  void manyDefectsAreCountedNotKept() {
    var refused =
        gather(
            with(
                "sources: [LAB], note: perhaps}",
                "sources: [LAB], note: perhaps}"
                    + "\n    - {certificate: nobody, present: true, level: Bad}".repeat(900)));

    assertThat(refused.defects()).hasSize(1001);
    assertThat(refused.defects().get(1000).message()).endsWith(" more defects are not listed.");
  }
}
