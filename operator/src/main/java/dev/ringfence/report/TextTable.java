package dev.ringfence.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A table of safe text that never grows wider than its page. Columns that do not fit are narrowed,
 * widest first, and their cells continue on further lines, so that no text is lost. Words are
 * broken only when nothing else helps.
 */
public final class TextTable {
  private static final int GAP = 2;
  private static final int NARROWEST = 6;
  private static final int LONGEST_WORD = 32;
  private static final String UNDER = "    ";

  private final List<Column> columns;
  private final List<Row> rows = new ArrayList<>();

  public TextTable(Column... columns) {
    this.columns = List.of(columns);
  }

  public static Column left(String title) {
    return new Column(title, false, cell -> UnaryOperator.identity());
  }

  public static Column right(String title) {
    return new Column(title, true, cell -> UnaryOperator.identity());
  }

  public void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "A row of %d cells was given for a table of %d columns."
              .formatted(cells.length, columns.size()));
    }
    rows.add(new Row(Arrays.stream(cells).map(Printable::line).toList(), new ArrayList<>()));
  }

  /** A line of its own below the last row, as wide as the page allows. */
  public void under(String sentence) {
    rows.get(rows.size() - 1).under().add(Printable.line(sentence));
  }

  /** The finished lines, the heading first, each without trailing spaces. */
  public List<String> lines(int width) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    addRow(lines, columns.stream().map(Column::title).toList(), widths, false);
    for (Row row : rows) {
      addRow(lines, row.cells(), widths, true);
      for (String sentence : row.under()) {
        TextWrap.lines(sentence, width - UNDER.length()).forEach(line -> lines.add(UNDER + line));
      }
    }
    return List.copyOf(lines);
  }

  private int[] widths(int width) {
    int[] widths = new int[columns.size()];
    int[] floors = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Printable.columns(columns.get(i).title());
      floors[i] = longestWord(i);
      for (Row row : rows) {
        widths[i] = Math.max(widths[i], Printable.columns(row.cells().get(i)));
      }
    }
    int excess = Arrays.stream(widths).sum() + GAP * (widths.length - 1) - width;
    excess = narrow(widths, floors, excess);
    Arrays.fill(floors, NARROWEST);
    narrow(widths, floors, excess);
    return widths;
  }

  /** At most {@link #LONGEST_WORD}: digests may be broken anywhere. */
  private int longestWord(int column) {
    int longest = Math.max(NARROWEST, Printable.columns(columns.get(column).title()));
    for (Row row : rows) {
      for (String word : row.cells().get(column).split(" ", -1)) {
        int length = Printable.columns(word);
        longest = length <= LONGEST_WORD ? Math.max(longest, length) : longest;
      }
    }
    return longest;
  }

  /** Takes one column of text after the other from the widest; returns what is still too much. */
  private static int narrow(int[] widths, int[] floors, int excess) {
    int left = excess;
    while (left > 0) {
      int widest = widest(widths, floors);
      if (widest < 0) {
        return left;
      }
      widths[widest]--;
      left--;
    }
    return left;
  }

  /** The last of the widest columns above their floors; -1 if there is none. */
  private static int widest(int[] widths, int[] floors) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] > floors[i] && (widest < 0 || widths[i] >= widths[widest])) {
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
        String painted =
            paint && !cell.isEmpty()
                ? columns.get(i).paint().apply(cells.get(i)).apply(cell)
                : cell;
        text.append(i == 0 ? "" : " ".repeat(GAP));
        text.append(columns.get(i).right() ? space + painted : painted + space);
      }
      lines.add(text.toString().stripTrailing());
    }
  }

  /**
   * One column.
   *
   * @param paint from a whole cell to how its finished pieces are painted, so that colours never
   *     count as width
   */
  public record Column(String title, boolean right, Function<String, UnaryOperator<String>> paint) {
    public Column painted(Function<String, UnaryOperator<String>> colour) {
      return new Column(title, right, colour);
    }
  }

  private record Row(List<String> cells, List<String> under) {}
}
