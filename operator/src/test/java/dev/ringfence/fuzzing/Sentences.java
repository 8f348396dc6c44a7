package dev.ringfence.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said about an input that was refused. */
final class Sentences {
  private static final int LONGEST = 2_000;

  private Sentences() {}

  /** One line that ends as a sentence does, short and free of characters that act on a terminal. */
  static void check(String sentence) {
    assertThat(sentence).hasSizeLessThan(LONGEST).matches("(?s).*[.?]");
    assertThat(sentence.chars().noneMatch(Character::isISOControl))
        .as("no control characters in: %s", sentence)
        .isTrue();
  }
}
