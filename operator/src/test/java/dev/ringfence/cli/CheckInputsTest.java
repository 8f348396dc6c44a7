package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.testing.Minted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check makes of the chains, inventories and catalogs that it is given. */
class CheckInputsTest {
  private static final String TRUSTED =
      """
      model,firmware,phones,site,signIn
      CX600,4.0.7577.4420,310,hq,UsbTether
      """;

  @TempDir Path folder;
  private TestFiles files;

  @BeforeEach
  void writeFiles() {
    files = new TestFiles(folder);
    files.writeLaboratory();
  }

  @Test
  void readsTheChainFromStandardInput() {
    TestConsole console = new TestConsole(folder, files.pem().getBytes(StandardCharsets.UTF_8));
    String[] args = {"check", "--chain", "-", "--fleet", "phones.csv", "--at", "2026-06-01"};

    assertThat(console.run(args)).isEqualTo(ExitCode.FAILED);
    assertThat(console.out()).isEqualTo(files.check().out());
  }

  @Test
  void separatorsAndEncodingsOfAnInventoryMakeNoDifference() throws Exception {
    JsonNode groups = json(files.check("-o", "json")).path("groups");
    byte[][] variants = {
      TestFiles.FLEET.replace(',', ';').getBytes(StandardCharsets.UTF_8),
      TestFiles.FLEET.replace(',', '\t').getBytes(StandardCharsets.UTF_8),
      ("\uFEFF" + TestFiles.FLEET).getBytes(StandardCharsets.UTF_8),
      ("\uFEFF" + TestFiles.FLEET).getBytes(StandardCharsets.UTF_16LE),
      ("\uFEFF" + TestFiles.FLEET).getBytes(StandardCharsets.UTF_16BE),
      TestFiles.FLEET.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
    };
    for (byte[] variant : variants) {
      files.write("phones.csv", variant);

      assertThat(json(files.check("-o", "json")).path("groups")).isEqualTo(groups);
    }
  }

  @Test
  void aFleetWithoutPhonesIsAHoldAndNeverAllowed() {
    files.write("phones.csv", "model,firmware,phones\nCX600,4.0.7577.4420,0\n");

    TestConsole console = files.check("--catalog", "lab.yaml");

    assertThat(console.exitCode()).isEqualTo(ExitCode.HOLD);
    assertThat(console.out()).startsWith("Hold, gate Closed").contains("NoPhones");
  }

  @Test
  void aRowThatCannotBeCountedIsAHoldThatNamesIt() {
    files.write("phones.csv", TRUSTED + "CX600,4.0.7577.4420,many,hq,\n");

    TestConsole console = files.check("--catalog", "lab.yaml");

    assertThat(console.exitCode()).isEqualTo(ExitCode.HOLD);
    assertThat(console.out()).contains("InventoryRowsRefused", "line 3");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void anInventoryInAClusterIsOutOfReachAndAHold() {
    files.write(
        "fleet.yaml",
        """
        apiVersion: ringfence.dev/v1alpha1
        kind: PhoneFleet
        metadata: {name: desks}
        spec: {inventory: {configMapKeyRef: {name: inventory, key: phones.csv}, format: Auto}}
        """);

    TestConsole console = files.check("--fleet", "fleet.yaml");

    assertThat(console.exitCode()).isEqualTo(ExitCode.HOLD);
    assertThat(words(console))
        .contains("fleet.yaml: spec.inventory refers to a ConfigMap or Secret");
  }

  @Test
  void unknownModelsAndVersionsAreUndeterminedAndBlock() {
    for (String phone : new String[] {"CX999,4.0.9999.1", "CX600,4.0.7577", "CX600,abc"}) {
      files.write("phones.csv", "model,firmware,phones\n" + phone + ",5\n");

      TestConsole console = files.check("--catalog", "lab.yaml");

      assertThat(console.exitCode()).as(phone).isEqualTo(ExitCode.FAILED);
      assertThat(console.out())
          .startsWith("Block, gate Closed: 0 of 5 phones lost, 5 undetermined.")
          .contains("UnknownFirmware");
    }
  }

  @Test
  void aCatalogEntryWithADefectIsLeftOutAndTold() throws Exception {
    String catalog = Files.readString(folder.resolve("lab.yaml"));
    files.write("lab.yaml", catalog.replace("trusts: test-root", "trusts: nowhere"));
    files.write("phones.csv", TRUSTED);

    TestConsole console = files.check("--catalog", "lab.yaml");

    assertThat(console.err())
        .isEqualTo(
            "lab, spec.capabilities[0].trusts: Certificate nowhere is not among spec.certificates of"
                + " this catalog, and it is no SHA-256. The entry is left out.\n");
    assertThat(console.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void anEndEntityThatIsNotFirstIsFoundOut() {
    files.write("new.pem", Minted.pemOf(files.issuer(), files.endEntity()));

    TestConsole console = files.check();

    assertThat(console.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(console.out()).contains("ChainOrderInvalid");
  }

  @Test
  void severalFleetsAreJudgedTogether() throws Exception {
    files.write("more.csv", TRUSTED);

    JsonNode report =
        json(files.check("--fleet", "phones.csv", "--fleet", "more.csv", "-o", "json"));

    assertThat(report.path("phones").path("total").asLong()).isEqualTo(120 + 38 + 310);
    assertThat(report.path("inputs").path("PhoneFleet")).hasSize(2);
  }

  private static String words(TestConsole console) {
    return console.out().replaceAll("\\s+", " ");
  }

  private static JsonNode json(TestConsole console) throws Exception {
    return new ObjectMapper().readTree(console.out());
  }
}
