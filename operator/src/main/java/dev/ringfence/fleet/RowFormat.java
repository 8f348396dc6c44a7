package dev.ringfence.fleet;

/** Reads the rows of one file in one format, in order; it may remember the header. */
interface RowFormat {
  RowContent read(Row row);

  /** Called after the last row; refuses a file without what makes it readable. */
  void end();
}
