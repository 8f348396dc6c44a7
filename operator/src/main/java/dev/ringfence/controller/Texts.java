package dev.ringfence.controller;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Text for statuses, Events and names, which have limits. */
final class Texts {
  private Texts() {}

  /** At most so many characters; a cut is visible and splits no surrogate pair. */
  static String atMost(int limit, String text) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** 32 hexadecimal digits that follow from a text, for names that must not be longer. */
  static String hash(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  static String phones(long count) {
    return count == 1 ? "1 phone" : count + " phones";
  }
}
