package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.Identification;
import dev.ringfence.path.PathProfile;
import dev.ringfence.path.PathProfiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on the format: its catalogs load and its tables hold. */
class CatalogFormatPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final String HEAD = "| model | firmware | fact | answer | level | rule |";

  private static String page() throws IOException {
    return Files.readString(Path.of("docs", "catalog-format.md"));
  }

  private static List<GatheredCatalog> catalogs() throws IOException {
    return BLOCK
        .matcher(page())
        .results()
        .map(block -> block.group(1).getBytes(StandardCharsets.UTF_8))
        .map(text -> new CatalogGatherer().gather(text, "page"))
        .toList();
  }

  /** The first table is about the first catalog alone, the second about both. */
  static Stream<Arguments> rows() throws IOException {
    var catalogs = catalogs().stream().map(GatheredCatalog::catalog).toList();
    var tables = page().split(Pattern.quote(HEAD), -1);
    assertThat(tables).hasSize(3);
    return Stream.concat(rows(tables[1], catalogs.subList(0, 1)), rows(tables[2], catalogs));
  }

  private static Stream<Arguments> rows(String table, List<FirmwareCatalog> catalogs) {
    return table
        .lines()
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> Arguments.of(catalogs, cells.subList(1, 6)));
  }

  @Test
  void theCatalogsHaveNoDefect() throws IOException {
    assertThat(catalogs()).hasSize(2).allSatisfy(c -> assertThat(c.defects()).isEmpty());
    assertThat(
            new FirmwareCatalogs(catalogs().stream().map(GatheredCatalog::catalog).toList())
                .danglingReferences())
        .isEmpty();
  }

  @Test
  void thePageNamesEveryPathBuilder() throws IOException {
    assertThat(page())
        .contains(
            PathProfiles.all().stream().map(PathProfile::name).map("`%s`"::formatted).toList());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theTablesHold(List<FirmwareCatalog> catalogs, List<String> cells) {
    var found = new FirmwareCatalogs(catalogs).identify(null, cells.get(0), cells.get(1));
    if (cells.get(3).equals("unknown firmware")) {
      assertThat(found).isInstanceOf(Identification.Unknown.class);
      return;
    }
    assertThat(found).isInstanceOf(Identification.Known.class);
    var facts = ((Identification.Known) found).alternatives().get(0);

    var fact = facts.fact(key(catalogs.get(0), cells.get(2)));

    assertThat(fact.answer().label()).as(fact.why()).isEqualTo(cells.get(3));
    var level = fact.level();
    assertThat(level == null ? "" : level.label()).isEqualTo(cells.get(4));
    assertThat(EvidenceLevel.labelled(cells.get(4)).isPresent()).isEqualTo(level != null);
  }

  private static FactKey key(FirmwareCatalog catalog, String fact) {
    if (!fact.startsWith("trusts ")) {
      return new FactKey(fact);
    }
    return catalog.certificates().stream()
        .filter(known -> fact.endsWith(" " + known.id()))
        .map(known -> FactKey.trusts(known.sha256()))
        .findFirst()
        .orElseThrow();
  }
}
