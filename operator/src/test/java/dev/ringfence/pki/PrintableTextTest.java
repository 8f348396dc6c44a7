package dev.ringfence.pki;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What foreign text may do to a terminal or to a reader, and does not. */
class PrintableTextTest {
  @Test
  void masksWhatSteersATerminalReordersTextOrEndsALine() {
    assertThat(PrintableText.masked("a\u001b[2Jb\u202ec\u2028d\u2029e\nf\ud800g\ue000h"))
        .isEqualTo("a?[2Jb?c?d?e?f?g?h");
    assertThat(PrintableText.masked("Z\u00fcrich, \u4e1c\u4eac \ud83d\ude00"))
        .isEqualTo("Z\u00fcrich, \u4e1c\u4eac \ud83d\ude00");
  }

  @Test
  void cutsWhatIsLongAndNeverLeavesHalfACharacter() {
    assertThat(PrintableText.masked("abc", 3)).isEqualTo("abc");
    assertThat(PrintableText.masked("abcd", 3)).isEqualTo("abc...");
    assertThat(PrintableText.masked("ab\ud83d\ude00", 3)).isEqualTo("ab?...");
  }
}
