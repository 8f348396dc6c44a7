package dev.ringfence.controller;

/** Text for statuses and events, which have limits. */
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

  static String phones(long count) {
    return count == 1 ? "1 phone" : count + " phones";
  }
}
