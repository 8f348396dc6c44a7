package dev.ringfence.gather;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Run by the build: writes each built-in catalog beside its YAML as JSON, which is read in a
 * fraction of the time, and the digest of its content, which is the same in both forms.
 */
final class PackWriter {
  private PackWriter() {}

  /** Takes one argument, the folder in which the YAML lies. */
  public static void main(String[] folders) throws IOException {
    for (var name : BuiltInPacks.names()) {
      var yaml = Path.of(folders[0], name + ".yaml");
      var text = CatalogText.decode(Files.readAllBytes(yaml), yaml.toString());
      var tree = CatalogTree.parse(text, yaml.toString());
      Files.writeString(Path.of(folders[0], name + ".json"), tree.root().toString());
      Files.writeString(
          Path.of(folders[0], name + ".sha256"), ContentDigest.of(tree.root().path("spec")));
    }
  }
}
