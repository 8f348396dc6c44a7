package dev.ringfence.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ringfence.catalog.CatalogDefect;
import dev.ringfence.gather.CatalogFormatException;
import dev.ringfence.gather.CatalogGatherer;
import dev.ringfence.gather.GatheredCatalog;
import dev.ringfence.testing.AllocationLimit;
import java.util.List;
import java.util.Optional;

/** Firmware catalogs as files. */
class CatalogInputFuzzTest {
  private static final AllocationLimit LIMIT = WorkLimit.of(2 << 20, 2_000);

  private final CatalogGatherer gatherer = new CatalogGatherer();

  /** YAML or JSON. */
  @FuzzTest(maxDuration = "5m")
  void file(byte[] input) {
    LIMIT.hold(input.length, () -> read(input));
    Optional<GatheredCatalog> found = read(input);
    assertThat(read(input)).isEqualTo(found);
    found.ifPresent(
        gathered -> {
          check(gathered.defects(), input.length);
          assertThat(gathered.sha256()).matches("[0-9a-f]{64}");
          assertThat(gathered.catalog().statements().size()).isLessThan(input.length);
        });
  }

  private Optional<GatheredCatalog> read(byte[] input) {
    try {
      return Optional.of(gatherer.gather(input, "input"));
    } catch (CatalogFormatException e) {
      assertThat(e.defects()).isNotEmpty();
      check(e.defects(), input.length);
      return Optional.empty();
    }
  }

  private static void check(List<CatalogDefect> defects, int inputBytes) {
    assertThat(defects).hasSizeLessThanOrEqualTo(10 + inputBytes);
    defects.forEach(defect -> Sentences.check(defect.toString()));
  }
}
