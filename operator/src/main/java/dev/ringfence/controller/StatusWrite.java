package dev.ringfence.controller;

/** What became of a status. */
enum StatusWrite {
  /** It is in force already. */
  UNCHANGED,
  WRITTEN,
  /** The object has been deleted. */
  GONE,
  /** The object has changed since; the status has to be computed from what it is now. */
  OUTDATED
}
