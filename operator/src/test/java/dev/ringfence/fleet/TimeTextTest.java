package dev.ringfence.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
  private static final TimeText MONTH_FIRST = new TimeText(DateOrder.MONTH_FIRST);
  private static final TimeText DAY_FIRST = new TimeText(DateOrder.DAY_FIRST);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-05                   | 2026-11-05T00:00:00Z
          2026-11-05 14:33:09          | 2026-11-05T14:33:09Z
          2026-11-05T14:33:09.123Z     | 2026-11-05T14:33:09Z
          2026-11-05T14:33:09+02:00    | 2026-11-05T12:33:09Z
          2026/11/5 14:33              | 2026-11-05T14:33:00Z
          11/5/2026 2:33:09 PM         | 2026-11-05T14:33:09Z
          11/5/2026 12:00:00 AM        | 2026-11-05T00:00:00Z
          11/5/2026 12:00:00 pm        | 2026-11-05T12:00:00Z
          11/5/2026, 2:33 p.m.         | 2026-11-05T14:33:00Z
          5.11.2026 14:33              | 2026-11-05T14:33:00Z
          """)
  void readsEveryForm(String text, Instant expected) {
    assertThat(MONTH_FIRST.parse(text)).contains(expected);
  }

  @Test
  void followsTheOrderOfTheFile() {
    assertThat(DAY_FIRST.parse("11/5/2026")).contains(Instant.parse("2026-05-11T00:00:00Z"));
    assertThat(DAY_FIRST.parse("23/10/2026")).contains(Instant.parse("2026-10-23T00:00:00Z"));
    assertThat(MONTH_FIRST.parse("23/10/2026")).isEmpty();
    assertThat(MONTH_FIRST.isOfOtherOrder("23/10/2026")).isTrue();
    assertThat(MONTH_FIRST.isOfOtherOrder("11/5/2026")).isFalse();
    assertThat(MONTH_FIRST.isOfOtherOrder("yesterday")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "13/13/2026",
        "2026-02-30",
        "2026-11-05 25:00",
        "11/5/2026 13:00 PM",
        "1999-12-31",
        "2061-01-01",
        "2026-11-05T00:00+99:00"
      })
  void leavesOtherTextAlone(String text) {
    assertThat(MONTH_FIRST.parse(text)).isEmpty();
  }

  @Test
  void tellsTheOrderFromADateThatIsPossibleInOneOnly() {
    assertThat(DateOrder.of("1/2/2026 x 23/2/2026")).isEqualTo(DateOrder.DAY_FIRST);
    assertThat(DateOrder.of("1/2/2026 x 2/23/2026")).isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(DateOrder.of("1/2/2026")).isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(DateOrder.of("no date")).isEqualTo(DateOrder.MONTH_FIRST);
  }
}
