package dev.ringfence.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A table of safe text that never grows wider than its page. Columns that do not fit are narrowed,
 * widest first, and their cells continue on further lines, so that no text is lost.
 */
final class TextTable {
  private static final int GAP = 2;
  private static final int NARROWEST = 6;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(Column... columns) {
    this.columns = List.of(columns);
  }

  static Column left(String title) {
    return new Column(title, false, UnaryOperator.identity());
  }

  static Column right(String title) {
    return new Column(title, true, UnaryOperator.identity());
  }

  /** Colours are applied to finished cells, so that they never count as width. */
  static Column left(String title, UnaryOperator<String> paint) {
    return new Column(title, false, paint);
  }

  void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "A row of %d cells was given for a table of %d columns."
              .formatted(cells.length, columns.size()));
    }
    rows.add(Arrays.stream(cells).map(Printable::line).toList());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The finished lines, the heading first, each without trailing spaces. */
  List<String> lines(int width) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    addRow(lines, columns.stream().map(Column::title).toList(), widths, false);
    rows.forEach(row -> addRow(lines, row, widths, true));
    return List.copyOf(lines);
  }

  private int[] widths(int width) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Printable.columns(columns.get(i).title());
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Printable.columns(row.get(i)));
      }
    }
    int excess = Arrays.stream(widths).sum() + GAP * (widths.length - 1) - width;
    while (excess > 0) {
      int widest = widest(widths);
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
      excess--;
    }
    return widths;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      if (widths[i] >= widths[widest]) {
        widest = i;
      }
    }
    return widest;
  }

  private void addRow(List<String> lines, List<String> cells, int[] widths, boolean paint) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      List<String> cell = TextWrap.lines(cells.get(i), widths[i]);
      wrapped.add(cell);
      height = Math.max(height, cell.size());
    }
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
        String space = " ".repeat(widths[i] - Printable.columns(cell));
        String painted = paint && !cell.isEmpty() ? columns.get(i).paint().apply(cell) : cell;
        text.append(i == 0 ? "" : " ".repeat(GAP));
        text.append(columns.get(i).right() ? space + painted : painted + space);
      }
      lines.add(text.toString().stripTrailing());
    }
  }

  record Column(String title, boolean right, UnaryOperator<String> paint) {}
}
