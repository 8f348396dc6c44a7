package dev.ringfence.gather;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringfence.catalog.CatalogCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;

/**
 * Run by the build: reads each built-in catalog, which must have no defect, and writes beside its
 * YAML what is read in a fraction of the time. That is a JSON with what its certificates say of
 * themselves, their encodings one after the other, and the digest of the YAML's content.
 */
final class PackWriter {
  private final Path folder;
  private final String name;

  private PackWriter(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** Takes one argument, the folder in which the YAML lies. */
  public static void main(String[] folders) throws IOException {
    for (var name : BuiltInPacks.names()) {
      new PackWriter(Path.of(folders[0]), name).write();
    }
  }

  private void write() throws IOException {
    var yaml = folder.resolve(name + ".yaml");
    byte[] content = Files.readAllBytes(yaml);
    var gathered = new CatalogGatherer().gather(content, name);
    if (!gathered.defects().isEmpty()) {
      throw new IllegalStateException("%s has defects: %s".formatted(yaml, gathered.defects()));
    }
    var root = CatalogTree.parse(CatalogText.decode(content, name), yaml.toString()).root();
    Files.writeString(folder.resolve(name + ".sha256"), gathered.sha256());
    Files.write(
        folder.resolve(name + ".der"),
        pack(root.path("spec").path("certificates"), gathered.catalog().certificates().iterator()));
    Files.writeString(folder.resolve(name + ".json"), root.toString());
  }

  /** Takes the encodings out of the tree; without defects it has the certificates in order. */
  private static byte[] pack(JsonNode entries, Iterator<CatalogCertificate> certificates) {
    var encodings = new ByteArrayOutputStream();
    for (var entry : entries) {
      var certificate = certificates.next();
      if (entry instanceof ObjectNode fields && fields.has("pem")) {
        byte[] encoded = Objects.requireNonNull(certificate.certificate()).encoded();
        fields.remove("pem");
        fields.put("sha256", certificate.sha256());
        fields.put("subject", certificate.subject());
        fields.put("notBefore", certificate.notBefore().toString());
        fields.put("notAfter", certificate.notAfter().toString());
        fields.put(CatalogCertificates.PACKED, encoded.length);
        encodings.writeBytes(encoded);
      }
    }
    return encodings.toByteArray();
  }
}
