package dev.ringfence.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks safe text into lines of a given width: at spaces, and inside a word only if it is longer
 * than a line.
 */
final class TextWrap {
  private final int width;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int column;

  private TextWrap(int width) {
    this.width = width;
  }

  static List<String> lines(String text, int width) {
    TextWrap wrap = new TextWrap(Math.max(1, width));
    for (String word : text.split(" ", -1)) {
      wrap.add(word);
    }
    wrap.endLine();
    return List.copyOf(wrap.lines);
  }

  private void add(String word) {
    int columns = Printable.columns(word);
    if (column > 0 && column + 1 + columns > width) {
      endLine();
    }
    if (column > 0) {
      line.append(' ');
      column++;
    }
    if (columns <= width - column) {
      line.append(word);
      column += columns;
    } else {
      word.codePoints().forEach(this::addPoint);
    }
  }

  private void addPoint(int point) {
    int columns = Printable.columns(point);
    if (column > 0 && column + columns > width) {
      endLine();
    }
    line.appendCodePoint(point);
    column += columns;
  }

  private void endLine() {
    lines.add(line.toString());
    line.setLength(0);
    column = 0;
  }
}
