package dev.ringfence.report;

/**
 * How text is laid out: the width of a line in columns, and whether colour may be used.
 *
 * @param width between 60 and 240; other values are brought to the nearer bound
 */
public record TextLayout(int width, boolean colour) {
  /** For files and pipes: 100 columns, no colour. */
  public static final TextLayout PLAIN = new TextLayout(100, false);

  public TextLayout {
    width = Math.max(60, Math.min(240, width));
  }

  String bold(String text) {
    return sgr("1", text);
  }

  String red(String text) {
    return sgr("1;31", text);
  }

  String yellow(String text) {
    return sgr("33", text);
  }

  String green(String text) {
    return sgr("32", text);
  }

  /** For a line that is gone. */
  public String removed(String text) {
    return sgr("31", text);
  }

  /** For a line that is new. */
  public String added(String text) {
    return sgr("32", text);
  }

  private String sgr(String codes, String text) {
    return colour ? "\u001B[" + codes + "m" + text + "\u001B[0m" : text;
  }
}
