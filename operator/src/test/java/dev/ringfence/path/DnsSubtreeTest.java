package dev.ringfence.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsSubtreeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"a", "example", "EXAMPLE.com", "a-b.c--d.e", "1.2.3.4", "xn--bcher-kva.ch"})
  void takesLabelsOfLettersDigitsAndInnerHyphens(String name) {
    assertThat(DnsSubtree.isHostName(name)).isTrue();
    assertThat(DnsSubtree.isHostPattern("*." + name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a.",
        ".a",
        "a..b",
        "-a.b",
        "a-.b",
        "a.b-",
        "a_b",
        "a b",
        "b\u00fccher.ch",
        "*"
      })
  void refusesEverythingElse(String name) {
    assertThat(DnsSubtree.isHostName(name)).isFalse();
    assertThat(DnsSubtree.isHostPattern("*." + name)).isFalse();
  }

  @Test
  void boundsLabelsAndNames() {
    String longest = "a".repeat(63);

    assertThat(DnsSubtree.isHostName(longest + ".b")).isTrue();
    assertThat(DnsSubtree.isHostName(longest + "a.b")).isFalse();
    assertThat(DnsSubtree.isHostName("a.".repeat(126) + "b")).isTrue();
    assertThat(DnsSubtree.isHostName("a.".repeat(126) + "bc")).isFalse();
  }
}
