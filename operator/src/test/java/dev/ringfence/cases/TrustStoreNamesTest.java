package dev.ringfence.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustStoreNamesTest {
  private static final String TWO = "{\"b\": [\"02\", \"01\"], \"a\": []}";

  @Test
  void digestsStayInTheirOrder() throws CaseFormatException {
    assertThat(TrustStoreNames.read(TWO.getBytes(UTF_8)))
        .containsEntry("a", List.of())
        .containsEntry("b", List.of("02", "01"))
        .hasSize(2);
  }

  @Test
  void theFileIsUtf8WhateverItLooksLike() throws CaseFormatException {
    assertThat(TrustStoreNames.read(('\uFEFF' + TWO).getBytes(UTF_8))).hasSize(2);
    for (byte[] other :
        List.of(TWO.getBytes(Charset.forName("UTF-32LE")), "-\0\0\0\0\0\0\0\\E]".getBytes(UTF_8))) {
      assertThatExceptionOfType(CaseFormatException.class)
          .isThrownBy(() -> TrustStoreNames.read(other))
          .withMessageStartingWith("it is not valid JSON: ");
    }
  }
}
