package dev.ringfence.gather;

import dev.ringfence.policy.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one resource, so that its author learns all of it at once. */
final class Refusals {
  private final String subject;
  private final List<String> sentences = new ArrayList<>();

  /**
   * @param subject names the resource in every sentence, such as {@code RenewalPolicy default}
   */
  Refusals(String subject) {
    this.subject = subject;
  }

  void add(String field, String sentence) {
    sentences.add(field + ": " + sentence);
  }

  /** The value, or an empty text and a sentence if it is missing. */
  String required(String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      add(field, "is missing.");
      return "";
    }
    return value;
  }

  /** The constant with this label, or the default if there is no value. */
  <E extends Enum<E>> E word(
      String field, @Nullable String value, E absent, Function<E, String> label) {
    if (value == null) {
      return absent;
    }
    List<E> known = Arrays.asList(absent.getDeclaringClass().getEnumConstants());
    Optional<E> found = known.stream().filter(word -> label.apply(word).equals(value)).findFirst();
    if (found.isEmpty()) {
      String expected = known.stream().map(label).collect(Collectors.joining(", "));
      add(field, "expected one of %s, found \"%s\".".formatted(expected, value));
    }
    return found.orElse(absent);
  }

  /** The instant, or {@link Instant#EPOCH} and a sentence if it is missing or not one. */
  Instant instant(String field, @Nullable String value) {
    String text = required(field, value);
    if (!text.isEmpty()) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        add(
            field,
            "expected an instant with a zone such as 2026-12-31T00:00:00Z, found \"%s\"."
                .formatted(text));
      }
    }
    return Instant.EPOCH;
  }

  /** Ends the reading of a resource that had anything wrong with it. */
  void throwIfAny(String reason) {
    if (!sentences.isEmpty()) {
      String message =
          Stream.concat(Stream.of(subject + " cannot be used."), sentences.stream().sorted())
              .collect(Collectors.joining(" "));
      throw new UnresolvedInputException(new Problem(reason, message, true));
    }
  }
}
