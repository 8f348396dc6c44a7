package dev.ringfence.fleet;

import dev.ringfence.catalog.FirmwareCatalogs;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads inventories as streams and counts them together: a phone that several files name is one
 * phone. Memory grows with the number of phones, not of rows. Not for several threads.
 */
public final class InventoryReader {
  private final DeviceNames names;
  private final FleetCount count = new FleetCount();
  private final List<RefusedRow> refused = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long rows;
  private long refusedRows;

  public InventoryReader(FirmwareCatalogs catalogs) {
    this.names = new DeviceNames(catalogs);
  }

  /**
   * One file.
   *
   * @throws InventoryFormatException if it cannot be read as an inventory at all
   */
  public static InventorySummary read(
      InputStream in, InventoryFormat format, String source, FirmwareCatalogs catalogs)
      throws IOException {
    var reader = new InventoryReader(catalogs);
    reader.add(in, format, source);
    return reader.summary();
  }

  /**
   * Adds the phones of a file; the stream stays open.
   *
   * @param source names the file in messages
   * @throws InventoryFormatException if it cannot be read as an inventory at all; what was counted
   *     until then is then of no use
   */
  public void add(InputStream in, InventoryFormat format, String source) throws IOException {
    var text = InventoryText.open(in, source);
    var layout = new FormatDetection(text, source).layout(format);
    notes.add(layout.sentence(source, text.encoding()));
    var rowFormat = layout.rows(source, names);
    var reader = new RowReader(text.reader(), source, layout.separator(), layout.quoting());
    for (var row = reader.next(); row != null; row = reader.next()) {
      if (!row.isBlank() && !FormatDetection.isDirective(row.fields().get(0))) {
        add(row, rowFormat, source);
      }
    }
    rowFormat.end();
  }

  public InventorySummary summary() {
    return new SummaryFactory(count).summary(rows, refusedRows, refused, notes);
  }

  private void add(Row row, RowFormat format, String source) {
    var defect = row.defect();
    var content = defect == null ? format.read(row) : new RowContent.Refused(defect);
    if (content instanceof RowContent.Skipped) {
      return;
    }
    rows++;
    if (content instanceof RowContent.Refused refusal) {
      refuse(row, refusal.sentence(), source);
    } else if (content instanceof Sighting sighting) {
      count.add(sighting).ifPresent(sentence -> refuse(row, sentence, source));
    }
  }

  private void refuse(Row row, String sentence, String source) {
    refusedRows++;
    if (refused.size() < InventorySummary.MAX_REFUSED_LISTED) {
      refused.add(
          new RefusedRow(
              source, row.line(), "%s, line %d: %s.".formatted(source, row.line(), sentence)));
    }
  }
}
