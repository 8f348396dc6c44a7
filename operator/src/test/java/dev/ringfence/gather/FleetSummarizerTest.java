package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.InventoryFormat;
import dev.ringfence.fleet.InventoryFormatException;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.TestCatalogs;
import dev.ringfence.fleet.UnknownDevices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetSummarizerTest {
  private static final Path EXAMPLES = Path.of("examples", "inventories");

  @Test
  void writesAManifestWithWhatItCannotHoldAsComments() throws IOException {
    var yaml = summarize("phones.csv");
    assertThat(yaml).contains("# Phones: 170, groups: 5, rows read: 5.", "signIn: UsbTether");
    assertThat(Files.readString(Path.of("docs", "inventories.md"))).contains("\n" + yaml + "```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip-phone-inventory-report.csv",
        "device-update-audit.log",
        "user-agents.txt",
        "phones.csv"
      })
  void theManifestIsTheSameFleetAsItsInventory(String file) throws IOException {
    var direct = read(Files.readAllBytes(EXAMPLES.resolve(file)), file);
    var manifest = read(summarize(file).getBytes(StandardCharsets.UTF_8), "manifest");
    assertThat(manifest.name()).isEqualTo("desk-phones");
    assertThat(manifest.groups()).isEqualTo(direct.groups());
    assertThat(manifest.observedAt()).isEqualTo(direct.observedAt());
  }

  @Test
  void countsAPhoneOfSeveralFilesOnceAndNamesWhatIsNoPhone() throws IOException {
    var yaml = summarize("ip-phone-inventory-report.csv", "device-update-audit.log");
    assertThat(yaml)
        .startsWith("# Phones: 10, groups: 10, rows read: 16.\n")
        .contains("# Not counted, no phones: camera (1).\n")
        .contains("# In no catalog: Yealink/SIP-T46S (1).\n")
        .contains("ringfence.dev/observed-at: \"2026-11-21T06:00:09Z\"\n");
    assertThat(yaml).doesNotContainPattern("(?i)sip:|@|alice|192\\.0\\.2|5e.?00.?53");
  }

  @Test
  void aManifestThatLacksRefusedRowsIsNotUsed() throws IOException {
    var summarizer = new FleetSummarizer(TestCatalogs.phones());
    summarizer.add(stream("model,firmware,phones\nCX600,1.0.0.1,x\n"), InventoryFormat.AUTO, "a");
    var yaml = FleetSummarizer.yaml("desk-phones", summarizer.summary());
    assertThat(yaml).contains("# Rows refused and not counted: 1.\n");
    assertThatThrownBy(() -> read(yaml.getBytes(StandardCharsets.UTF_8), "manifest"))
        .isInstanceOf(UnresolvedInputException.class)
        .hasMessageContaining("that were refused: 1,");
  }

  @Test
  void textThatLooksLikeAnotherTypeStaysText() throws IOException {
    var summarizer = new FleetSummarizer(TestCatalogs.phones());
    summarizer.add(
        stream("model,firmware,phones,site\n4120,1.0,1,no\n007,1e3,1,'x': y\n#a,~,1,- b\n"),
        InventoryFormat.AUTO,
        "a\nb");
    var yaml = FleetSummarizer.yaml("desk-phones", summarizer.summary());
    assertThat(read(yaml.getBytes(StandardCharsets.UTF_8), "manifest").groups())
        .isEqualTo(summarizer.summary().groups());
  }

  @Test
  void theBuiltInCatalogKnowsThePhonesOfTheExamples() throws IOException {
    var packs = new BuiltInPacks(new CatalogGatherer());
    var catalogs = new FirmwareCatalogs(List.of(packs.pack("lync-phone-edition").catalog()));
    var summarizer = new FleetSummarizer(catalogs);
    for (var file : List.of("ip-phone-inventory-report.csv", "user-agents.txt", "phones.csv")) {
      try (var in = Files.newInputStream(EXAMPLES.resolve(file))) {
        summarizer.add(in, InventoryFormat.AUTO, file);
      }
    }
    assertThat(summarizer.summary().groups())
        .filteredOn(group -> "lync-phone-edition".equals(group.platform()))
        .extracting(FleetGroup::model)
        .contains("CX500", "CX600", "CX700", "CX3000", "HP4120", "6725ip", "IP8540", "");
    assertThat(summarizer.summary().unknown())
        .extracting(UnknownDevices::name)
        .containsExactly(
            "AudioCodes/440HDG", "AudioCodes/445HD", "Polycom/VVX_500", "Yealink/SIP-T46S");
    assertThat(summarizer.summary().excluded()).extracting("count").containsExactly(251L);
  }

  @Test
  void readsAManifestAsTheFileOfAFleet() throws IOException {
    var yaml =
        """
        apiVersion: ringfence.dev/v1alpha1
        kind: PhoneFleet
        metadata: {name: branch}
        spec:
          groups:
          - {name: lobby, model: CX600, firmware: 4.0.7577.4387, phones: 120, lastSeen: 2026-11-01}
        """;
    var fleet = read(yaml.getBytes(StandardCharsets.UTF_8), "fleet.yaml");
    assertThat(fleet.name()).isEqualTo("branch");
    assertThat(fleet.groups())
        .extracting(FleetGroup::name, FleetGroup::lastSeen)
        .containsExactly(Tuple.tuple("lobby", Instant.parse("2026-11-01T00:00:00Z")));
  }

  @Test
  void aManifestIsReadStrictly() {
    var yaml =
        "apiVersion: ringfence.dev/v1alpha1\nkind: PhoneFleet\nmetadata: {name: a}\nspec: %s\n";
    assertThatThrownBy(
            () -> read(yaml.formatted("{groops: []}").getBytes(StandardCharsets.UTF_8), "a"))
        .isInstanceOf(UnresolvedInputException.class)
        .hasMessageContaining("groops");
    assertThatThrownBy(
            () -> read(yaml.formatted("{groups: [{}]}").getBytes(StandardCharsets.UTF_8), "a"))
        .hasMessage(
            "PhoneFleet a cannot be used. spec.groups[0].firmware: is missing. spec.groups[0].name:"
                + " is missing. spec.groups[0].phones: is missing.");
    assertThatThrownBy(
            () ->
                read(
                    yaml.formatted("{inventory: {configMapKeyRef: {name: a, key: b}}}")
                        .getBytes(StandardCharsets.UTF_8),
                    "a"))
        .hasMessageContaining(
            "spec.inventory refers to a ConfigMap or Secret, which a file cannot reach");
  }

  @Test
  void aFileOfNeitherKindIsRefused() {
    assertThatThrownBy(() -> read("hello".getBytes(StandardCharsets.UTF_8), "a.txt"))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessageStartingWith("a.txt: the head of the file is of no known format");
  }

  private static PhoneFleet read(byte[] bytes, String name) throws IOException {
    return new FleetFileReader()
        .read(new ByteArrayInputStream(bytes), InventoryFormat.AUTO, name, TestCatalogs.phones());
  }

  private static String summarize(String... files) throws IOException {
    var summarizer = new FleetSummarizer(TestCatalogs.phones());
    for (var file : List.of(files)) {
      try (var in = Files.newInputStream(EXAMPLES.resolve(file))) {
        summarizer.add(in, InventoryFormat.AUTO, file);
      }
    }
    return FleetSummarizer.yaml("desk-phones", summarizer.summary());
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
