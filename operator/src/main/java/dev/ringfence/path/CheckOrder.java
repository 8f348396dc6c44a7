package dev.ringfence.path;

/** In which order a validator looks; a path that fails twice is reported with the first. */
public enum CheckOrder {
  /** Signatures, then the checks in the order of {@link PathCheck}. */
  SIGNATURES_FIRST,
  /**
   * Extensions, certificate by certificate from the end entity on; names; then signature and dates,
   * certificate by certificate from the anchor on.
   */
  NAMES_EARLY,
  /** As before, with name constraints at the end. */
  NAMES_LATE
}
