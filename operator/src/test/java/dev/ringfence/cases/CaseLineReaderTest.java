package dev.ringfence.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseLineReaderTest {
  private static final String REST =
      "\"profile\": \"rfc5280\", \"served\": [], \"target\": \"aa\", \"at\": 0";

  @Test
  void readsEveryField() throws CaseFormatException {
    CaseLine line =
        read(
            """
            {"id": "a/1", "profile": "rfc5280", "trustStore": "mozilla", "served": ["bb", "cc"],
             "target": "aa", "at": -1, "serverName": "pool.example.com", "purpose": "server"}""");

    assertThat(line)
        .isEqualTo(
            new CaseLine(
                new CaseId("a/1", false),
                "rfc5280",
                "mozilla",
                null,
                List.of("bb", "cc"),
                "aa",
                -1,
                "pool.example.com",
                "server"));
  }

  @Test
  void anchorsMayBeListedAndTheIdMayBeANumber() throws CaseFormatException {
    CaseLine line =
        read("{\"id\": 7, \"trustStore\": [\"dd\"], \"serverName\": null, " + REST + "}");

    assertThat(line.id()).isEqualTo(new CaseId("7", true));
    assertThat(line.store()).isNull();
    assertThat(line.anchors()).containsExactly("dd");
    assertThat(line.serverName()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|The line is no JSON object; expected one with the fields id, profile, trustStore, served, target, at, serverName and purpose.",
        "[]|The line is no JSON object",
        "{} {}|Something follows the JSON object; expected one object in a line.",
        "{\"id\": \"a\"|The line is not valid JSON: Unexpected end-of-input: expected close marker for Object.",
        "{\"id\": \"a\", \"id\": \"b\"}|The line is not valid JSON: Duplicate field 'id'",
        "{\"id\": null}|The field id is not as expected: a text or a whole number.",
        "{\"at\": \"2026-01-01\"}|The field at is not as expected: whole seconds since",
        "{\"at\": 1.5}|The field at is not as expected",
        "{\"at\": 99999999999999999999}|The line is not valid JSON: Numeric value",
        "{\"trustStore\": 1}|The field trustStore is not as expected: the name of a trust store, or",
        "{\"served\": \"aa\"}|The field served is not as expected: a list of SHA-256 digests.",
        "{\"served\": [1]}|The field served is not as expected: a text.",
        "{\"serverNmae\": \"x\"}|There is no field \"serverNmae\"; expected id, profile",
        "{\"id\": \"a\"}|The field trustStore is missing; expected id, profile, trustStore, served, target and at.",
      })
  void saysWhatIsWrong(String line, String sentence) {
    assertThat(refusal(line).sentence()).startsWith(sentence);
  }

  @Test
  void aLineIsUtf8WhateverItLooksLike() throws CaseFormatException {
    String line = "{\"id\": 7, \"trustStore\": [], " + REST + "}";

    for (Charset charset : List.of(StandardCharsets.UTF_16BE, Charset.forName("UTF-32LE"))) {
      assertThatExceptionOfType(CaseFormatException.class)
          .isThrownBy(() -> CaseLineReader.read(line.getBytes(charset)))
          .withMessageStartingWith("The line is not valid JSON: ");
    }
    assertThat(refusal("-\0\0\0\0\0\0\0\\E]").sentence()).startsWith("The line is not valid JSON");
    assertThat(read('\uFEFF' + line)).isEqualTo(read(line));
  }

  @Test
  void aRefusalQuotesNoCharacterThatActsOnATerminal() {
    assertThat(refusal("yes\0\u001b[2J").sentence())
        .startsWith("The line is not valid JSON: Unrecognized token 'yes")
        .doesNotContainPattern("\\p{C}");
    assertThat(refusal("{\"\\u001b[2J\": 1}").sentence())
        .startsWith("There is no field \"?[2J\"; expected id,");
  }

  @Test
  void aRefusalKeepsTheIdThatWasRead() {
    assertThat(refusal("{\"id\": \"a\", \"at\": true}").id()).isEqualTo(new CaseId("a", false));
    assertThat(refusal("{\"at\": true, \"id\": \"a\"}").id()).isNull();
  }

  private static CaseFormatException refusal(String line) {
    return catchThrowableOfType(CaseFormatException.class, () -> read(line));
  }

  private static CaseLine read(String line) throws CaseFormatException {
    return CaseLineReader.read(line.getBytes(StandardCharsets.UTF_8));
  }
}
