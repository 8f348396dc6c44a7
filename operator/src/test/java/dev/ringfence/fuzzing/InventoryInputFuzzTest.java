package dev.ringfence.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.InventoryFormat;
import dev.ringfence.fleet.InventoryFormatException;
import dev.ringfence.fleet.InventoryReader;
import dev.ringfence.fleet.InventorySummary;
import dev.ringfence.fleet.RefusedRow;
import dev.ringfence.fleet.TestCatalogs;
import dev.ringfence.testing.AllocationLimit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Inventories, exports of other programs that people edit before they hand them in. */
class InventoryInputFuzzTest {
  private static final AllocationLimit LIMIT = WorkLimit.of(1 << 20, 2_000);

  private final FirmwareCatalogs catalogs = TestCatalogs.phones();

  @FuzzTest(maxDuration = "5m")
  void inventoryReport(byte[] input) {
    check(InventoryFormat.INVENTORY_REPORT, input);
  }

  @FuzzTest(maxDuration = "5m")
  void auditLog(byte[] input) {
    check(InventoryFormat.AUDIT_LOG, input);
  }

  @FuzzTest(maxDuration = "5m")
  void userAgents(byte[] input) {
    check(InventoryFormat.USER_AGENTS, input);
  }

  @FuzzTest(maxDuration = "5m")
  void plain(byte[] input) {
    check(InventoryFormat.PLAIN, input);
  }

  @FuzzTest(maxDuration = "5m")
  void toldFromTheHead(byte[] input) {
    check(InventoryFormat.AUTO, input);
  }

  private void check(InventoryFormat format, byte[] input) {
    LIMIT.hold(input.length, () -> read(new ByteArrayInputStream(input), format));
    Optional<InventorySummary> found = read(new ByteArrayInputStream(input), format);
    assertThat(read(new Pieces(input), format)).isEqualTo(found);
    found.ifPresent(summary -> check(summary, input.length));
  }

  private static void check(InventorySummary summary, int inputBytes) {
    assertThat(summary.rows()).isBetween(0L, (long) inputBytes);
    assertThat(summary.refusedRows()).isBetween(0L, summary.rows());
    assertThat(summary.refused()).hasSizeLessThanOrEqualTo(InventorySummary.MAX_REFUSED_LISTED);
    assertThat((long) summary.groups().size()).isLessThanOrEqualTo(summary.rows());
    assertThat(summary.groups()).allMatch(group -> group.phones() >= 0);
    assertThat(summary.groups().stream().map(FleetGroup::name)).doesNotHaveDuplicates();
    summary.refused().stream().map(RefusedRow::sentence).forEach(Sentences::check);
    summary.notes().forEach(Sentences::check);
  }

  private Optional<InventorySummary> read(InputStream in, InventoryFormat format) {
    try {
      return Optional.of(InventoryReader.read(in, format, "input", catalogs));
    } catch (InventoryFormatException e) {
      assertThat(e.getMessage()).startsWith("input");
      Sentences.check(String.valueOf(e.getMessage()));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives one to seven bytes at once, as a network may. */
  private static final class Pieces extends ByteArrayInputStream {
    private int calls;

    Pieces(byte[] input) {
      super(input);
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      calls++;
      return super.read(bytes, offset, Math.min(length, 1 + calls % 7));
    }
  }
}
