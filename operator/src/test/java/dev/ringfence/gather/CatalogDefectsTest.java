package dev.ringfence.gather;

import static dev.ringfence.gather.CatalogSample.DIGEST;
import static dev.ringfence.gather.CatalogSample.OTHER;
import static dev.ringfence.gather.CatalogSample.ROOT;
import static dev.ringfence.gather.CatalogSample.TEXT;
import static dev.ringfence.gather.CatalogSample.gather;
import static dev.ringfence.gather.CatalogSample.lines;
import static dev.ringfence.gather.CatalogSample.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of defect: its place, its sentence, and that nothing else is lost. */
class CatalogDefectsTest {

  private static Arguments of(String original, String replacement, String... defects) {
    return Arguments.of(original, replacement, List.of(defects));
  }

  static Stream<Arguments> defects() {
    var level = "one of Recollected, Inferred, FieldReported, Observed, Documented, found ";
    return Stream.of(
        // fields of any entry
        of(
            "note: tried",
            "noet: tried",
            "spec.capabilities[0].noet: This field is unknown, expected one of capability, level, note,"
                + " scope, sources, trusts, value."),
        of(
            "value: true",
            "value: true, value: false",
            "spec.capabilities[0]: Expected each field once, found value (again in line 26)."),
        of(
            "- {trusts: root, value: null, level: Inferred, sources: [LAB]}",
            "- trusts",
            "spec.capabilities[1]: Expected fields, found \"trusts\"."),
        of(
            "note: tried",
            "note: [tried]",
            "spec.capabilities[0].note: Expected a text of 1 to 2048 characters, found a list."),
        of(
            "note: tried",
            "note: " + "x".repeat(2049),
            "spec.capabilities[0].note: Expected a text of 1 to 2048 characters, found \""
                + "x".repeat(60)
                + "...\"."),
        // evidence
        of(
            "level: Observed",
            "level: Certain",
            "spec.capabilities[0].level: Expected " + level + "\"Certain\"."),
        of("level: Observed, ", "", "spec.capabilities[0].level: Expected " + level + "nothing."),
        of(
            "level: Observed, sources: [LAB]",
            "level: Observed, sources: []",
            "spec.capabilities[0].sources: Expected the id of at least one source, found none."),
        of(
            "level: Observed, sources: [LAB]",
            "level: Observed",
            "spec.capabilities[0].sources: Expected the id of at least one source, found none."),
        of(
            "level: Observed, sources: [LAB]",
            "level: Observed, sources: [LAB, BOOK]",
            "spec.capabilities[0].sources[1]: Source BOOK is not among spec.sources of this catalog."),
        of(
            "sources: [LAB], note: perhaps",
            "sources: LAB, note: perhaps",
            "spec.trustStores[0].entries[0].sources: Expected a list, found \"LAB\".",
            "spec.trustStores[0].entries[0].sources: Expected the id of at least one source, found none."),
        // sources
        of(
            "title: Own laboratory, ",
            "",
            "spec.sources[0].title: Expected a text of 1 to 2048 characters, found nothing."),
        of(
            "date: \"2026-10\"}",
            "date: soon}",
            "spec.sources[0].date: Expected a day, a month or a year, such as 2026-11-23, found \"soon\"."),
        of(
            "date: \"2026-10\"}",
            "date: \"2026-10\"}\n  - {id: LAB, title: Another}",
            "spec.sources[1].id: Expected an id of its own, found LAB again."),
        // statements
        of(
            "publicKey.rsa-2048",
            "publicKey.rsa",
            "spec.capabilities[0].capability: Expected a capability such as"
                + " signature.sha256WithRSAEncryption or publicKey.rsa-2048, found \"publicKey.rsa\"."),
        of(
            "value: null",
            "value: maybe",
            "spec.capabilities[1].value: Expected true, false or null, found \"maybe\"."),
        of(
            "value: null, ",
            "",
            "spec.capabilities[1].value: Expected true, false or null, found nothing."),
        of(
            "trusts: root",
            "trusts: root, capability: tls.1.2",
            "spec.capabilities[1]: Expected exactly one of capability and trusts, found both."),
        of(
            "trusts: root",
            "trusts: nobody",
            "spec.capabilities[1].trusts: Certificate nobody is not among spec.certificates of this"
                + " catalog, and it is no SHA-256."),
        of(
            "trusts: root",
            "capability: trusts." + DIGEST,
            "spec.capabilities[1].capability: Expected trusts for a statement on a certificate."),
        of(
            "scope: {model: R1",
            "scope: {modle: R1",
            "spec.capabilities[0].scope.modle: This field is unknown, expected one of family, from, model,"
                + " to.",
            "spec.capabilities[0].scope: The scope has a defect, so the statement does not count."),
        of(
            "from: 1.2.3.4, to: 1.2.3.4",
            "from: 1.2.3.4, to: 1.2.3.3",
            "spec.capabilities[0].scope.to: Expected a release not below 1.2.3.4, found 1.2.3.3.",
            "spec.capabilities[0].scope: The scope has a defect, so the statement does not count."),
        of(
            "from: 1.2.3.4, to: 1.2.3.4",
            "from: 1.2, to: 1.2.3.4",
            "spec.capabilities[0].scope.from: Expected four numbers such as 4.0.7577.4387, the last of"
                + " which may be *, found 1.2; put it in quotes.",
            "spec.capabilities[0].scope: The scope has a defect, so the statement does not count."),
        // certificates
        of(
            "id: root, origin",
            "origin",
            "spec.certificates[0].id: Expected the id of a certificate: letters, digits, \".\", \"_\" and"
                + " \"-\", found nothing.",
            "spec.trustStores[0].certificates[0]: Certificate root is not among spec.certificates of this"
                + " catalog, and it is no SHA-256.",
            "spec.capabilities[1].trusts: Certificate root is not among spec.certificates of this"
                + " catalog, and it is no SHA-256."),
        of(
            "origin: own",
            "sha256: " + OTHER.sha256(),
            "spec.certificates[0].sha256: Expected "
                + ROOT.sha256()
                + " as in the PEM, found "
                + OTHER.sha256()
                + ".",
            "spec.trustStores[0].certificates[0]: Certificate root of this catalog has a defect.",
            "spec.capabilities[1].trusts: Certificate root of this catalog has a defect."),
        of(
            "origin: own",
            "notAfter: \"2031-11-10T00:00:01Z\"",
            "spec.certificates[0].notAfter: Expected 2031-11-10T00:00:00Z as in the PEM, found"
                + " 2031-11-10T00:00:01Z.",
            "spec.trustStores[0].certificates[0]: Certificate root of this catalog has a defect.",
            "spec.capabilities[1].trusts: Certificate root of this catalog has a defect."),
        of(
            "pem: \"",
            "pem: \"" + CatalogSample.escaped(OTHER),
            "spec.certificates[0].pem: Expected one certificate, found 2.",
            "spec.trustStores[0].certificates[0]: Certificate root of this catalog has a defect.",
            "spec.capabilities[1].trusts: Certificate root of this catalog has a defect."),
        of(
            "notAfter: \"2030-01-01T00:00:00Z\"",
            "notAfter: \"2019-01-01T00:00:00Z\"",
            "spec.certificates[1].notAfter: Expected an instant after notBefore, 2020-01-01T00:00:00Z,"
                + " found 2019-01-01T00:00:00Z.",
            "spec.trustStores[0].entries[0].certificate: Certificate digest-only of this catalog has a"
                + " defect."),
        of(
            "notBefore: \"2020-01-01T00:00:00Z\", ",
            "",
            "spec.certificates[1]: Expected pem, or subject, sha256, notBefore and notAfter where no PEM is"
                + " to be had.",
            "spec.trustStores[0].entries[0].certificate: Certificate digest-only of this catalog has a"
                + " defect."),
        of(
            "notBefore: \"2020-01-01T00:00:00Z\"",
            "notBefore: \"2020-01-01\"",
            "spec.certificates[1].notBefore: Expected an instant such as 2026-12-31T23:59:59Z, found"
                + " \"2020-01-01\".",
            "spec.trustStores[0].entries[0].certificate: Certificate digest-only of this catalog has a"
                + " defect."),
        of(
            "id: digest-only",
            "id: root",
            "spec.certificates[1].id: Expected an id of its own, found root again.",
            "spec.trustStores[0].certificates[0]: Certificate root of this catalog has a defect.",
            "spec.trustStores[0].entries[0].certificate: Certificate digest-only is not among"
                + " spec.certificates of this catalog, and it is no SHA-256.",
            "spec.capabilities[1].trusts: Certificate root of this catalog has a defect."));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void everyDefectIsReportedWithItsPlace(
      String original, String replacement, List<String> expected) {
    var gathered = gather(with(original, replacement));

    assertThat(lines(gathered.defects())).containsExactlyElementsOf(expected);
    assertThat(gathered.defects()).allSatisfy(d -> assertThat(d.catalog()).isEqualTo("lab"));
  }

  @Test
  void theSampleHasNoDefect() {
    assertThat(gather(TEXT).defects()).isEmpty();
  }

  @Test
  void aDamagedPemIsReportedWithItsLine() {
    var gathered =
        gather(with("-----BEGIN CERTIFICATE-----\\nMIID", "-----BEGIN CERTIFICATE-----\\nMII?"));

    assertThat(lines(gathered.defects()).get(0))
        .startsWith("spec.certificates[0].pem: The PEM, line ");
  }

  @Test
  void oneDefectSpoilsNoOtherEntry() {
    var sound = gather(TEXT).catalog();
    var spoiled = gather(with("value: null", "value: maybe")).catalog();

    assertThat(spoiled.statements()).containsExactly(sound.statements().get(0));
    assertThat(spoiled.releases()).isEqualTo(sound.releases());
    assertThat(spoiled.trustStores()).isEqualTo(sound.trustStores());
    assertThat(spoiled.certificates()).isEqualTo(sound.certificates());
  }
}
