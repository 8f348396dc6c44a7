package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentValuesTest {
  private final RecentValues<String, String> values = new RecentValues<>(10, String::length);

  @Test
  void whatWasUsedLongestAgoMakesRoom() {
    values.put("a", "12345");
    values.put("b", "12345");
    assertThat(values.get("a")).isEqualTo("12345");

    values.put("c", "1");

    assertThat(values.get("b")).isNull();
    assertThat(values.get("a")).isNotNull();
    assertThat(values.get("c")).isNotNull();
  }

  @Test
  void aValueThatIsReplacedCountsOnce() {
    values.put("a", "1234567890");
    values.put("a", "12345");
    values.put("b", "12345");

    assertThat(values.size()).isEqualTo(2);
  }

  @Test
  void oneThatIsTooHeavyIsNotKept() {
    values.put("a", "12345678901");

    assertThat(values.size()).isZero();
  }
}
