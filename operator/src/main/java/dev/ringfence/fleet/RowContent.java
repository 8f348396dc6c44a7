package dev.ringfence.fleet;

/** What reading a row gave. */
sealed interface RowContent permits Sighting, RowContent.Refused, RowContent.Skipped {

  /**
   * A row that says nothing that could be counted.
   *
   * @param sentence what was expected and what was found, without a full stop
   */
  record Refused(String sentence) implements RowContent {}

  /** A header, a ruler, a blank row. */
  record Skipped() implements RowContent {}
}
