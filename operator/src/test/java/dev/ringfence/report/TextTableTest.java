package dev.ringfence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void alignsColumnsAndLeavesNoTrailingSpaces() {
    TextTable table = new TextTable(TextTable.left("Model"), TextTable.right("Phones"));
    table.row("CX600", "120");
    table.row("CX3000", "7");

    assertThat(table.lines(80))
        .containsExactly("Model   Phones", "CX600      120", "CX3000       7");
  }

  @Test
  void staysWithinTheWidthAndLosesNoText() {
    TextTable table = new TextTable(TextTable.left("Subject"), TextTable.left("Digest"));
    String subject = "CN=pool.example.com, O=Example Organisation, C=US";
    String digest = "0123456789abcdef".repeat(4);
    table.row(subject, digest);

    assertThat(table.lines(40))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    String all = String.join("", table.lines(40)).replace(" ", "");
    for (String word : subject.split(" ", -1)) {
      assertThat(all).contains(word.substring(0, 4));
    }
    assertThat(all.chars().filter(c -> digest.indexOf(c) >= 0).count()).isGreaterThanOrEqualTo(64);
  }

  @Test
  void countsWideCharactersAsTwoColumns() {
    TextTable table = new TextTable(TextTable.left("Site"), TextTable.left("X"));
    table.row("\u6771\u4eac", "a");
    table.row("abcd", "b");

    assertThat(table.lines(80)).containsExactly("Site  X", "\u6771\u4eac  a", "abcd  b");
  }

  @Test
  void breaksWordsOnlyWhenNothingElseHelps() {
    TextTable table = new TextTable(TextTable.left("Firmware"), TextTable.left("Site"));
    table.row("4.0.7577.4387", "a site of some length");
    table.under("why");

    assertThat(table.lines(25))
        .containsExactly(
            "Firmware       Site",
            "4.0.7577.4387  a site of",
            "               some",
            "               length",
            "    why");
    assertThat(table.lines(16)).allSatisfy(line -> assertThat(line.length()).isLessThan(17));
  }

  @Test
  void paintDoesNotCountAsWidth() {
    TextLayout colour = new TextLayout(80, true);
    TextTable table =
        new TextTable(
            TextTable.left("Outcome").painted(cell -> colour::red), TextTable.left("Site"));
    table.row("Broken", "hq");

    assertThat(table.lines(80))
        .containsExactly("Outcome  Site", "\u001B[1;31mBroken\u001B[0m   hq");
  }

  @Test
  void escapesWhatWouldSteerTheTerminal() {
    TextTable table = new TextTable(TextTable.left("Subject"));
    table.row("CN=\u001B[2Jx\u202Etxt.exe\n");

    assertThat(table.lines(80)).contains("CN=\\u{1B}[2Jx\\u{202E}txt.exe\\u{A}");
  }

  @Test
  void refusesARowOfAnotherLength() {
    TextTable table = new TextTable(TextTable.left("A"));

    assertThatThrownBy(() -> table.row("1", "2"))
        .hasMessage("A row of 2 cells was given for a table of 1 columns.");
  }

  @Test
  void wrapsAtSpacesAndHangsFurtherLines() {
    TextPage page = new TextPage(new TextLayout(60, false));
    page.item("- ", "word ".repeat(20).strip());

    assertThat(page.toString().lines())
        .containsExactly("  - " + "word ".repeat(11).strip(), "    " + "word ".repeat(9).strip());
    assertThat(page.toString().toLowerCase(Locale.ROOT)).doesNotContain("  \n");
  }
}
