package dev.ringfence.gather;

import static dev.ringfence.gather.CatalogSample.TEXT;
import static dev.ringfence.gather.CatalogSample.gather;
import static dev.ringfence.gather.CatalogSample.lines;
import static dev.ringfence.gather.CatalogSample.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.catalog.CatalogSummary;
import dev.ringfence.catalog.EvidenceLevel;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and resources of every form give the same catalog, or a place and a sentence. */
class CatalogGathererTest {
  private final CatalogGatherer gatherer = new CatalogGatherer();

  private static byte[] marked(String text, Charset charset, int... mark) {
    byte[] content = text.getBytes(charset);
    var buffer = ByteBuffer.allocate(mark.length + content.length);
    for (int octet : mark) {
      buffer.put((byte) octet);
    }
    return buffer.put(content).array();
  }

  private String refusal(byte[] content) {
    var refused =
        catchThrowableOfType(
            CatalogFormatException.class, () -> gatherer.gather(content, "file.yaml"));
    assertThat(refused).isNotNull();
    return lines(refused.defects()).get(0);
  }

  private String refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everySectionIsRead() {
    assertThat(CatalogSummary.of(gather(TEXT).catalog()))
        .isEqualTo(new CatalogSummary("lab", "sample", "2026-11-23", 10, 1, 1, 2, 2, 1, 2, 2));
  }

  @Test
  void entriesOfAStoreTakeLevelAndSourcesFromTheStoreWhereTheyHaveNone() {
    var store =
        gather(with("level: Inferred, sources: [LAB], note: perhaps", "note: perhaps"))
            .catalog()
            .trustStores()
            .get(0);

    assertThat(store.entries())
        .extracting(entry -> entry.level())
        .containsExactly(EvidenceLevel.DOCUMENTED, EvidenceLevel.DOCUMENTED);
    assertThat(gather(TEXT).catalog().trustStores().get(0).entries())
        .extracting(entry -> entry.level())
        .containsExactly(EvidenceLevel.DOCUMENTED, EvidenceLevel.INFERRED);
  }

  @Test
  void aResourceAndAFileOfTheSameContentGiveTheSameCatalogAndDigest() {
    var resource = new KubernetesSerialization().unmarshal(TEXT, FirmwareCatalog.class);

    assertThat(gatherer.gather(resource)).isEqualTo(gather(TEXT));
  }

  @Test
  void aResourceWithADefectIsReadLikeAFileWithOne() {
    var text = with("level: Observed", "level: Certain");
    var resource = new KubernetesSerialization().unmarshal(text, FirmwareCatalog.class);

    assertThat(gatherer.gather(resource)).isEqualTo(gather(text));
    assertThat(gatherer.gather(resource).defects()).hasSize(1);
  }

  @Test
  void jsonIsAsGoodAsYamlEvenWhenIndentedWithTabs() throws Exception {
    JsonNode tree = new YAMLMapper().readTree(TEXT);
    var json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree);

    assertThat(gather(json.replace("  ", "\t"))).isEqualTo(gather(TEXT));
  }

  @Test
  void theDigestFollowsTheContentNotTheLayout() {
    var digest = gather(TEXT).sha256();

    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(gather("# a comment\n" + TEXT).sha256()).isEqualTo(digest);
    assertThat(gather(with("note: tried", "note: tried twice")).sha256()).isNotEqualTo(digest);
    assertThat(gather(with("value: true", "value: false")).sha256()).isNotEqualTo(digest);
  }

  @Test
  void theFileNamesACatalogThatDoesNotNameItself() {
    assertThat(gather(with("metadata: {name: lab}", "metadata: {}")).catalog().name())
        .isEqualTo("file.yaml");
    assertThat(gather(with("metadata: {name: lab}\n", "")).catalog().name()).isEqualTo("file.yaml");
  }

  @Test
  void byteOrderMarksAreUnderstood() {
    var expected = gather(TEXT);

    assertThat(gatherer.gather(marked(TEXT, StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf), "f"))
        .isEqualTo(expected);
    assertThat(gatherer.gather(marked(TEXT, StandardCharsets.UTF_16LE, 0xff, 0xfe), "f"))
        .isEqualTo(expected);
    assertThat(gatherer.gather(marked(TEXT, StandardCharsets.UTF_16BE, 0xfe, 0xff), "f"))
        .isEqualTo(expected);
  }

  @Test
  void otherEncodingsAreRefused() {
    assertThat(refusal(TEXT.getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(
            "the file: Expected UTF-8 text, found NUL characters: probably UTF-16 without a byte order"
                + " mark.");
    assertThat(refusal(new byte[] {'a', (byte) 0xc3, '('}))
        .isEqualTo("the file: Expected UTF-8 text, found other bytes.");
    assertThat(refusal(marked("a", StandardCharsets.US_ASCII, 0xff, 0xfe)))
        .isEqualTo("the file: Expected UTF-16LE text, found other bytes.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'spec:\n\tplatform: a\n'; line 2, column 1",
        "'spec: {a: b\n'; line 2, column 1",
        "'spec: [a}\n'; line 1, column 9",
        "'a: b: c\n'; line 1, column 5",
        "'\"open\n'; line 2, column 1",
        "'{\"spec\": tru}'; line 1, column 10",
      })
  void aSyntaxErrorHasLineAndColumn(String text, String place) {
    assertThat(refusal(text.replace("\\n", "\n").replace("\\t", "\t")))
        .startsWith(place + ": This is neither YAML nor JSON: ");
  }

  @Test
  void aSyntaxErrorQuotesNoCharacterThatActsOnATerminal() {
    assertThat(refusal("a: [1]\n*"))
        .isEqualTo(
            "line 2, column 2: This is neither YAML nor JSON: unexpected character found ?(0).");
    assertThat(refusal("a: \u001b[2J")).doesNotContainPattern("\\p{C}");
    assertThat(refusal("{\u009b2J")).doesNotContainPattern("\\p{C}");
  }

  @Test
  void tabsAreNamed() {
    assertThat(refusal("spec:\n\tplatform: a\n"))
        .contains("found character '\\t(TAB)' that cannot start any token");
  }

  @Test
  void aliasesAreRefusedSoThatASmallTextCannotStandForAHugeTree() {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(refusal(bomb.toString()))
        .isEqualTo(
            "line 2, column 10: Expected a value, found the alias *a0: write the value out.");
  }

  @Test
  void nestingIsBounded() {
    assertThat(refusal("a: " + "[".repeat(500) + "]".repeat(500)))
        .contains("This is neither YAML nor JSON: ");
    assertThat(refusal("{\"a\": " + "[".repeat(500) + "]".repeat(500) + "}"))
        .contains("This is neither YAML nor JSON: ");
  }

  @Test
  void oneDocumentIsExpected() {
    assertThat(refusal(TEXT + "---\n" + TEXT))
        .endsWith("Expected one document, found another one after it.");
    assertThat(refusal("")).isEqualTo("the file: Expected a firmware catalog, found nothing.");
    assertThat(refusal("# nothing\n"))
        .isEqualTo("the file: Expected a firmware catalog, found nothing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "text", "null", "{}", "kind: PhoneFleet", "5"})
  void whatIsNoCatalogIsRefused(String text) {
    assertThat(refusal(text)).startsWith("apiVersion: Expected ringfence.dev/v1alpha1, found ");
  }

  @Test
  void theSizeIsBounded() {
    assertThat(refusal(new byte[16 * 1024 * 1024 + 1]))
        .isEqualTo("the file: Expected at most 16777216 bytes, found 16777217.");
  }

  @Test
  void validationTellsCleanFromDefectiveFromUnreadable() {
    var packs = new BuiltInPacks(gatherer);

    assertThat(validate(TEXT, packs).result()).isEqualTo(CatalogValidation.Result.CLEAN);
    assertThat(validate(with("level: Observed", "level: Certain"), packs).result().exitCode())
        .isEqualTo(1);
    assertThat(validate("text", packs).result().exitCode()).isEqualTo(2);
    assertThat(validate("text", packs).catalog()).isNull();
  }

  @Test
  void validationFollowsReferencesIntoTheBuiltInPacks() {
    var packs = new BuiltInPacks(gatherer);
    var dated = with("trustStore: legacy, level", "trustStore: mozilla/2018-01-18, level");
    var missing = with("trustStore: legacy, level", "trustStore: mozilla/1999-01-01, level");
    var overlay =
        """
        apiVersion: ringfence.dev/v1alpha1
        kind: FirmwareCatalog
        metadata: {name: lab}
        spec:
          platform: lync-phone-edition
          sources: [{id: LAB, title: Own laboratory}]
          capabilities:
          - {capability: tls.1.2, value: true, level: Observed, sources: [LAB], scope: {model: %s}}
        """;

    assertThat(validate(dated, packs).defects()).isEmpty();
    assertThat(lines(validate(missing, packs).defects()))
        .singleElement()
        .asString()
        .startsWith(
            "spec.releases[first (1.2.3.4)].trustStore: Expected a trust store that a catalog")
        .endsWith("found mozilla/1999-01-01.");
    assertThat(validate(overlay.formatted("CX600"), packs).defects()).isEmpty();
    assertThat(lines(validate(overlay.formatted("CX601"), packs).defects()))
        .singleElement()
        .asString()
        .startsWith(
            "spec.capabilities[tls.1.2].scope.model: Expected a model that a catalog defines");
  }

  private CatalogValidation validate(String text, BuiltInPacks packs) {
    return CatalogValidation.of(
        text.getBytes(StandardCharsets.UTF_8), "file.yaml", gatherer, packs);
  }
}
