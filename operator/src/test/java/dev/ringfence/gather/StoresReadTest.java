package dev.ringfence.gather;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.CatalogCertificate;
import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.path.CertificateGraph;
import dev.ringfence.path.PathProfiles;
import dev.ringfence.path.PathQuestion;
import dev.ringfence.path.Purpose;
import dev.ringfence.path.TrustStore;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateIndex;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.pki.StoredCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many certificates are read in full: work is counted, not timed. */
final class StoresReadTest {
  private static final int STORES = 20;

  private final FirmwareCatalog pack =
      new BuiltInPacks(new CatalogGatherer()).pack("mozilla").catalog();

  private static List<Certificate> chain() throws IOException {
    return new CertificateParser(ParserLimits.doors())
        .parse(
            Files.readAllBytes(Path.of("examples/chains/cryptography-io-2014.pem")), "the chain");
  }

  private List<StoredCertificate> read() {
    return pack.certificates().stream()
        .map(known -> requireNonNull(known.encoding()))
        .filter(StoredCertificate::isRead)
        .toList();
  }

  @Test
  void aPackIsLoadedWithoutReadingItsCertificates() {
    assertThat(pack.certificates()).hasSizeGreaterThan(300);
    assertThat(read()).isEmpty();
  }

  @Test
  void catalogsReadTheIssuersThatAreAskedFor() throws IOException {
    var catalogs = new FirmwareCatalogs(List.of(pack));
    var last = chain().get(1);

    assertThat(catalogs.named(last.issuer())).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    assertThat(read()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void oneChainAgainstTwentyStoresReadsTheRootsOnItsPaths() throws IOException {
    Map<String, StoredCertificate> roots = new HashMap<>();
    for (CatalogCertificate known : pack.certificates()) {
      roots.put(known.sha256(), requireNonNull(known.encoding()));
    }
    var stores =
        pack.trustStores().subList(0, STORES).stream()
            .map(
                list ->
                    TrustStore.of(
                        list.name(),
                        list.entries().stream().map(entry -> roots.get(entry.sha256())).toList()))
            .toList();
    var served = chain();
    var verifier = new SignatureVerifier();
    var graph =
        CertificateGraph.reaching(served, new CertificateIndex(roots.values())::named, verifier);
    int accepted = 0;
    for (var store : stores) {
      var question =
          new PathQuestion(
              PathProfiles.named("rfc5280"),
              served,
              store,
              Instant.parse("2016-01-15T12:00:00Z"),
              null,
              Purpose.SERVER);
      accepted += question.answer(graph).accepted() ? 1 : 0;
    }

    assertThat(stores.stream().mapToInt(TrustStore::size).sum()).isEqualTo(2_849);
    assertThat(accepted).isEqualTo(12);
    assertThat(verifier.verifications()).isEqualTo(2);
    assertThat(read()).hasSizeLessThanOrEqualTo(3);
  }
}
