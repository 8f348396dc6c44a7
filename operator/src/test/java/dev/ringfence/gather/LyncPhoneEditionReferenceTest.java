package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pack and reference data cannot drift apart. */
final class LyncPhoneEditionReferenceTest {
  private static final String CROSS_CERTIFICATE =
      "3c35cc963eb004451323d3275d05b353235053490d9cd83729a2faf5e7ca1cc0";
  private static final Map<String, String> LEVELS =
      Map.of(
          "documented", "Documented",
          "field-report", "FieldReported",
          "inferred", "Inferred",
          "recollection", "Recollected");

  private static PackFile pack;
  private final JsonNode trustStore;
  private final JsonNode firmware;

  /** Each test says that it is skipped where no reference data is configured. */
  LyncPhoneEditionReferenceTest() throws IOException {
    trustStore = json("lpe/trust-store.json");
    firmware = json("lpe/firmware.json");
  }

  @BeforeAll
  static void readThePack() throws IOException {
    pack = PackFile.read("lync-phone-edition");
  }

  @Test
  void certificatesAreThoseOfTheManifestAndTheCrossCertificate() throws IOException {
    var expected = new HashSet<String>();
    json("roots/manifest.json")
        .get("certificates")
        .forEach(root -> expected.add(root.get("sha256").textValue()));
    assertThat(expected).hasSize(58);
    expected.add(CROSS_CERTIFICATE);
    assertThat(pack.sha256s()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void membershipLevelsAndSourcesAreThoseOfTheReferenceData() {
    for (var root : trustStore.get("roots")) {
      root.get("membership")
          .properties()
          .forEach(generation -> compare(root, generation.getKey(), generation.getValue()));
    }
  }

  private static void compare(JsonNode root, String generation, JsonNode expected) {
    var sha256 = root.get("sha256").textValue();
    var where = root.get("id").textValue() + " in " + generation;
    var entry =
        pack.entry(generation, sha256)
            .orElseThrow(() -> new AssertionError("No entry for " + where));
    assertThat(entry.get("present").asText()).as(where).isEqualTo(expected.get("trusted").asText());
    if (expected.get("trusted").isNull()) {
      return;
    }
    var store = pack.trustStore(generation);
    assertThat((entry.has("level") ? entry : store).get("level").textValue())
        .as(where)
        .isEqualTo(LEVELS.get(expected.get("confidence").textValue()));
    var sources =
        PackFile.texts(expected, "sources").stream()
            .map(source -> source.equals("SFBONLINE") ? "MSGETPHONES" : source)
            .toList();
    assertThat(PackFile.texts(entry.has("sources") ? entry : store, "sources"))
        .as(where)
        .containsExactlyInAnyOrderElementsOf(sources.isEmpty() ? List.of("DATES") : sources);
  }

  @Test
  void releasesFollowTheReferenceDataOneByOne() {
    var expected = firmware.get("releases");
    var releases = pack.list("releases");
    assertThat(releases).hasSize(expected.size()).hasSize(16);
    for (int i = 0; i < releases.size(); i++) {
      var release = releases.get(i);
      var reference = expected.get(i);
      var where = reference.get("version").textValue();
      assertThat(release.path("version").asText())
          .as(where)
          .isEqualTo(where.matches("[0-9.]+\\*?") ? where : "");
      assertThat(release.get("level").textValue())
          .as(where)
          .isEqualTo(LEVELS.get(reference.get("confidence").textValue()));
      assertThat(PackFile.texts(release, "sources"))
          .as(where)
          .isEqualTo(PackFile.texts(reference, "sources"));
      assertThat(PackFile.texts(release, "families"))
          .as(where)
          .containsExactlyInAnyOrderElementsOf(families(reference));
      assertThat(release.get("trustStore").textValue())
          .as(where)
          .isEqualTo(reference.path("trustGeneration").asText("legacy"));
      assertThat(interval(release)).as(where).isEqualTo(months(reference.get("date")));
    }
  }

  /** Which version of CU7 belongs to which family is not known: it is listed for both. */
  private static List<String> families(JsonNode reference) {
    var families = PackFile.texts(reference, "families");
    return families.get(0).startsWith("one per") ? List.of("aries", "tanjay") : families;
  }

  private static String interval(JsonNode release) {
    var days =
        Stream.of("earliest", "latest").map(field -> release.path(field).asText("")).toList();
    assertThat(days.get(0)).matches("|\\d{4}-\\d\\d-01");
    assertThat(days.get(1)).matches("|\\d{4}-\\d\\d-(28|30|31)");
    return days.get(0).isEmpty()
        ? ""
        : days.get(0).substring(0, 7) + ".." + days.get(1).substring(0, 7);
  }

  private static String months(JsonNode date) {
    if (date.isNull()) {
      return "";
    }
    var text = date.textValue().replace(" (inferred)", "");
    return text.contains("..") ? text : text + ".." + text;
  }

  @Test
  void modelsKeepTheirFamilies() {
    var expected = firmware.get("models");
    var models = pack.list("models");
    assertThat(models).hasSize(expected.size()).hasSize(9);
    for (var reference : expected) {
      var id = reference.get("id").textValue();
      assertThat(models)
          .filteredOn(
              model ->
                  id.replace("Phone ", "").replace(" ", "").endsWith(model.get("id").textValue()))
          .as(id)
          .singleElement()
          .satisfies(
              model -> {
                assertThat(model.get("family")).isEqualTo(reference.get("family"));
                assertThat(model.get("use").textValue())
                    .isEqualTo(reference.get("uses").textValue().replace(' ', '-'));
              });
    }
  }

  /** Row of the reference data, then the statement it became. */
  @ParameterizedTest
  @CsvSource({
    "TLS 1.2, all LPE, tls.1.2",
    "RSASSA-PSS signed certificates, Lync/SfB servers and clients, signature.rsassaPss",
    "SHA-256 signed certificates, LPE, signature.sha256WithRSAEncryption",
    "SHA-256 signed certificates, earlier LPE releases (limit not given), signature.sha256WithRSAEncryption",
    "SHA-2 root with 4096-bit key, CX700 on OCS-era firmware, signature.sha256WithRSAEncryption",
    "SHA-256, CX700 4.0.7577.4066, signature.sha256WithRSAEncryption",
    "SHA-256, CX700 4.0.7577.4494, signature.sha256WithRSAEncryption",
    "SHA-384 / SHA-512 signed certificates, LPE, signature.sha384WithRSAEncryption",
    "SHA-384 / SHA-512 signed certificates, LPE, signature.sha512WithRSAEncryption",
    "ECDSA certificates, LPE, signature.ecdsa-with-SHA256",
  })
  void capabilitiesOfTheReferenceDataAreStated(String capability, String scope, String key) {
    var row =
        Stream.iterate(0, i -> i + 1)
            .limit(firmware.get("capabilities").size())
            .map(i -> firmware.get("capabilities").get(i))
            .filter(
                r ->
                    r.get("capability").textValue().equals(capability)
                        && r.get("scope").textValue().equals(scope))
            .findFirst()
            .orElseThrow();
    var sources = PackFile.texts(row, "sources");
    assertThat(pack.list("capabilities"))
        .filteredOn(
            s ->
                s.path("capability").asText().equals(key)
                    && s.get("value").asText().equals(row.get("value").asText()))
        .filteredOn(
            s ->
                row.get("value").isNull()
                    || s.get("level")
                        .textValue()
                        .equals(LEVELS.get(row.get("confidence").textValue())))
        .as("%s with value %s from %s", key, row.get("value"), sources)
        .anyMatch(s -> PackFile.texts(s, "sources").containsAll(sources));
  }

  private static JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(Suites.bytes(file));
  }
}
