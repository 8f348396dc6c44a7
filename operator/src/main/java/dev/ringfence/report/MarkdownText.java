package dev.ringfence.report;

import java.util.List;
import java.util.StringJoiner;

/**
 * GitHub-flavoured Markdown under construction. Text of foreign origin can neither end a table
 * cell, start markup or HTML, nor call a person, an issue or an address.
 */
final class MarkdownText {
  private static final String MARKUP = "\\`*_[]|~#!";

  private final StringBuilder text = new StringBuilder();

  /** One line of plain text as Markdown. */
  static String escape(String plain) {
    String safe = Printable.line(plain);
    StringBuilder escaped = new StringBuilder(safe.length() + 16);
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '@' -> escaped.append("@<!-- -->");
        case ':' -> escaped.append(safe.startsWith("//", i + 1) ? ":<!-- -->" : ":");
        case '.' -> escaped.append(endsWithWww(safe, i) ? "<!-- -->." : ".");
        default -> escaped.append(MARKUP.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
      }
    }
    return escaped.toString();
  }

  private static boolean endsWithWww(String text, int end) {
    return text.regionMatches(true, end - 3, "www", 0, 3);
  }

  void heading(int level, String title) {
    blankLine();
    text.append("#".repeat(level)).append(' ').append(escape(title)).append('\n');
  }

  void paragraph(String sentence) {
    blankLine();
    text.append(escape(sentence)).append('\n');
  }

  void list(List<String> sentences) {
    blankLine();
    sentences.forEach(sentence -> text.append("- ").append(escape(sentence)).append('\n'));
  }

  /** A numbered item whose further lines belong to it. */
  void numbered(int number, String first, List<String> further) {
    String marker = number + ". ";
    text.append(marker).append(escape(first)).append('\n');
    for (String line : further) {
      text.append(" ".repeat(marker.length())).append("- ").append(escape(line)).append('\n');
    }
  }

  /** Right-aligned columns are named with a leading {@code >}. */
  void table(List<String> titles, List<List<String>> rows) {
    blankLine();
    row(titles.stream().map(title -> title.startsWith(">") ? title.substring(1) : title).toList());
    StringJoiner rule = new StringJoiner(" | ", "| ", " |\n");
    titles.forEach(title -> rule.add(title.startsWith(">") ? "--:" : "---"));
    text.append(rule);
    rows.forEach(this::row);
  }

  private void row(List<String> cells) {
    StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
    cells.forEach(cell -> row.add(escape(cell)));
    text.append(row);
  }

  /** What follows is folded away until {@link #endFold}. */
  void fold(String title) {
    blankLine();
    text.append("<details><summary>").append(escape(title)).append("</summary>\n");
  }

  void endFold() {
    blankLine();
    text.append("</details>\n");
  }

  void blankLine() {
    if (text.length() > 0) {
      text.append('\n');
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
