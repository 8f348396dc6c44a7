package dev.ringfence.path;

/** Which of several possible issuers a builder takes that takes only one. */
public enum IssuerPreference {
  /** The first, whatever its dates. */
  FIRST,
  /** The first within its validity, else the last of all. */
  VALID_ELSE_LAST,
  /** The first within its validity, else the one that expires last. */
  VALID_ELSE_LATEST_EXPIRY
}
