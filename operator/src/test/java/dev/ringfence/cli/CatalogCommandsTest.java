package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCommandsTest {
  private static final String LAB =
      """
      apiVersion: ringfence.dev/v1alpha1
      kind: FirmwareCatalog
      metadata: {name: lab}
      spec:
        platform: lync-phone-edition
        edition: "2026-11-23"
        priority: 10
        sources: [{id: LAB, title: "Laboratory, phone 7"}]
        capabilities:
        - {capability: signature.sha384WithRSAEncryption, value: true, level: Observed, sources: [LAB],
           scope: {model: CX600, from: 4.0.7577.4420, to: 4.0.7577.4420}}
      """;

  @TempDir Path folder;

  @Test
  void listsTheCatalogsInForceWithTheLastOneOnTop() throws IOException {
    Files.writeString(folder.resolve("lab.yaml"), LAB);
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("catalog", "list", "--catalog", "lab.yaml")).isZero();
    assertThat(console.out())
        .containsSubsequence("lync-phone-edition  lync-phone-edition", "lab ")
        .contains("read when a catalog refers to their trust stores\n  - mozilla\n");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void showsAllModelsAndReleases() {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("catalog", "show")).isZero();
    assertThat(console.out()).contains("CX3000", "IP8540", "4.0.7577.4420", "CU11", "CU6");
  }

  @Test
  void showsAModelByAnySpelling() {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("catalog", "show", "polycom/cx600")).isZero();
    assertThat(console.out()).startsWith("CX600, lync-phone-edition\n").contains("family: aries");
  }

  @Test
  void showsTheFactsOfAReleaseWithEvidenceAndSources() {
    TestConsole byName = new TestConsole(folder);
    TestConsole byVersion = new TestConsole(folder);

    assertThat(byName.run("catalog", "show", "cu11")).isZero();
    assertThat(byVersion.run("catalog", "show", "4.0.7577.4420")).isZero();
    assertThat(byName.out())
        .isEqualTo(byVersion.out())
        .contains("lync-phone-edition 4.0.7577.4420, family aries, CU11")
        .contains("- signature.rsassaPss: No, Documented.")
        .contains("evidence: false, Documented (MSPSS, MSENV)")
        .contains("Trusted roots")
        .contains("The list is not complete")
        .contains("SEED: J. Schertz");
  }

  @Test
  void aCatalogLaidOverShowsInTheFacts() throws IOException {
    Files.writeString(folder.resolve("lab.yaml"), LAB);
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("catalog", "show", "CU11", "--catalog", "lab.yaml")).isZero();
    assertThat(console.out()).contains("LAB: Laboratory, phone 7");
  }

  @Test
  void suggestsANameForAnUnknownOne() {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("catalog", "show", "CX60O")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .isEqualTo("No catalog knows a model or release \"CX60O\". Did you mean \"CX600\"?\n");
  }

  @Test
  void validatesEveryFileAndTellsThePlaces() throws IOException {
    Files.writeString(folder.resolve("good.yaml"), LAB);
    Files.writeString(
        folder.resolve("bad.yaml"),
        LAB.replace("sha384With", "sha385With") + "  families: [{name: aries}]\n");
    Files.writeString(folder.resolve("broken.yaml"), "kind: [");
    TestConsole good = new TestConsole(folder);
    TestConsole bad = new TestConsole(folder);
    TestConsole broken = new TestConsole(folder);

    assertThat(good.run("catalog", "validate", "good.yaml")).isZero();
    assertThat(good.out()).isEqualTo("good.yaml: no defects.\n");
    assertThat(bad.run("catalog", "validate", "bad.yaml", "good.yaml")).isEqualTo(ExitCode.FAILED);
    assertThat(bad.out())
        .contains("bad.yaml, spec.capabilities[0].capability: ")
        .contains("bad.yaml, spec.families[0]")
        .contains("good.yaml: no defects.");
    assertThat(broken.run("catalog", "validate", "broken.yaml", "good.yaml", "nowhere.yaml"))
        .isEqualTo(ExitCode.UNREADABLE);
    assertThat(broken.out()).contains("broken.yaml, line 1", "good.yaml: no defects.");
    assertThat(broken.err())
        .isEqualTo(
            "File \"nowhere.yaml\" (catalog validate) does not exist; expected a FirmwareCatalog in"
                + " YAML.\n");
  }

  @Test
  void tellsWhatTwoCatalogsSayOtherwise() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), LAB);
    Files.writeString(
        folder.resolve("b.yaml"), LAB.replace("value: true", "value: false").replace("10", "11"));
    TestConsole same = new TestConsole(folder);
    TestConsole different = new TestConsole(folder);

    assertThat(same.run("catalog", "diff", "a.yaml", "a.yaml")).isZero();
    assertThat(same.out()).isEqualTo("Both say the same.\n");
    assertThat(different.run("catalog", "diff", "a.yaml", "b.yaml")).isZero();
    assertThat(different.out())
        .isEqualTo(
            """
            - priority: 10
            + priority: 11
            - signature.sha384WithRSAEncryption, model CX600, release 4.0.7577.4420: true, Observed [LAB], -
            + signature.sha384WithRSAEncryption, model CX600, release 4.0.7577.4420: false, Observed [LAB], -
            """);
  }
}
