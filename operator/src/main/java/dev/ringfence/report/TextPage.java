package dev.ringfence.report;

import java.util.List;

/** A page of text under construction: headings, wrapped paragraphs with hanging indents, tables. */
public final class TextPage {
  private static final int INDENT = 2;

  private final TextLayout layout;
  private final StringBuilder text = new StringBuilder();

  public TextPage(TextLayout layout) {
    this.layout = layout;
  }

  public void heading(String title) {
    if (text.length() > 0) {
      text.append('\n');
    }
    text.append(layout.bold(title)).append('\n');
  }

  /** A finished line, already safe and painted. */
  public void raw(String line) {
    text.append(line).append('\n');
  }

  public void paragraph(String sentence) {
    item("", sentence);
  }

  /** A paragraph behind a label; its further lines are indented as deep as its first one. */
  public void item(String label, String sentence) {
    item(INDENT, label, sentence);
  }

  public void item(int indent, String label, String sentence) {
    int hang = indent + Printable.columns(label);
    List<String> lines = TextWrap.lines(Printable.line(sentence), layout.width() - hang);
    for (int i = 0; i < lines.size(); i++) {
      String start = i == 0 ? " ".repeat(indent) + label : " ".repeat(hang);
      text.append((start + lines.get(i)).stripTrailing()).append('\n');
    }
  }

  public void table(TextTable table) {
    for (String line : table.lines(layout.width() - INDENT)) {
      text.append(" ".repeat(INDENT)).append(line).append('\n');
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
