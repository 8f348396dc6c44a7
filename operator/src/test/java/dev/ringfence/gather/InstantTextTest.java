package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016-01-15T12:00:00Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2016-02-29T00:00:00Z",
        "2015-02-29T00:00:00Z",
        "2016-13-01T00:00:00Z",
        "2016-00-01T00:00:00Z",
        "2016-01-15T24:00:00Z",
        "2016-01-15T24:00:01Z",
        "2016-01-15T25:00:00Z",
        "2016-06-30T23:59:60Z",
        "2016-06-30T23:58:60Z",
        "2016-06-30T23:60:00Z",
        "2016-01-15t12:00:00z",
        "2016-01-15T12:00:00.5Z",
        "2016-01-15T12:00:00+01:00",
        "2016-01-15T12:00Z",
        "2016-01-15 12:00:00Z",
        "2016-01-15T12:00:0٣Z",
        "+12016-01-15T12:00:00Z",
        "-001-01-15T12:00:00Z",
        "2016-01-15",
        ""
      })
  void readsWhatJavaReadsAndNothingElse(String text) {
    assertThat(InstantText.parse(text)).isEqualTo(asJavaReads(text));
  }

  @Test
  void readsInstantsOfManyYears() {
    Instant start = Instant.parse("1996-01-29T00:00:00Z");
    for (int i = 0; i < 2000; i++) {
      Instant instant = start.plusSeconds(i * 1_000_003L);
      assertThat(InstantText.parse(instant.toString())).contains(instant);
    }
  }

  private static Optional<Instant> asJavaReads(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
