package dev.ringfence.cases;

/**
 * What a case calls itself, given back as it came.
 *
 * @param number whether the text is a JSON number, otherwise it is a JSON string
 */
public record CaseId(String text, boolean number) {}
