package dev.ringfence.cli;

import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with the files that a check needs; tests spoil one of them. */
final class TestFiles {
  static final String FLEET =
      """
      model,firmware,phones,site,signIn
      CX600,4.0.7577.4387,120,hq,UsbTether
      CX700,4.0.7577.4494,38,branch,Credentials
      """;

  private final Path folder;
  private final Minted root = TestPki.rootCa().mint();
  private final Minted issuer = TestPki.intermediateCa(root).mint();
  private final Minted endEntity = TestPki.endEntity(issuer).mint();

  TestFiles(Path folder) {
    this.folder = folder;
    write("new.pem", pem());
    write("phones.csv", FLEET);
  }

  String pem() {
    return Minted.pemOf(endEntity, issuer);
  }

  /** A catalog by which CX600 phones on CU11 hold the root; an observation settles it. */
  void writeLaboratory() {
    write(
        "lab.yaml",
        """
        apiVersion: ringfence.dev/v1alpha1
        kind: FirmwareCatalog
        metadata: {name: lab}
        spec:
          platform: lync-phone-edition
          edition: "2026-06-01"
          priority: 10
          sources: [{id: LAB, title: "Laboratory, phone 7"}]
          certificates:
          - id: test-root
            pem: |
        %s
          capabilities:
          - {trusts: test-root, value: true, level: Observed, sources: [LAB],
             scope: {model: CX600, from: 4.0.7577.4420, to: 4.0.7577.4420}}
        """
            .formatted(root.pem().strip().indent(6).stripTrailing()));
  }

  Minted root() {
    return root;
  }

  Minted endEntity() {
    return endEntity;
  }

  Minted issuer() {
    return issuer;
  }

  void write(String name, String content) {
    write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  void write(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A check of new.pem against phones.csv, with more flags. */
  TestConsole check(String... more) {
    List<String> args = new ArrayList<>(List.of("check", "--at", TestPki.NOW.toString()));
    if (!List.of(more).contains("--chain")) {
      args.addAll(List.of("--chain", "new.pem"));
    }
    if (!List.of(more).contains("--fleet")) {
      args.addAll(List.of("--fleet", "phones.csv"));
    }
    args.addAll(List.of(more));
    TestConsole console = new TestConsole(folder);
    console.run(args.toArray(String[]::new));
    return console;
  }
}
