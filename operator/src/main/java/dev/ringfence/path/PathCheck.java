package dev.ringfence.path;

/**
 * What a validator looks at besides names, signatures and the server's name, in the order in which
 * it looks. A path that fails twice is reported with the first, as OpenSSL does.
 */
public enum PathCheck {
  CRITICAL_EXTENSIONS,
  BASIC_CONSTRAINTS,
  KEY_USAGE,
  /** Extended key usage; only if the purpose is a server. */
  SERVER_AUTHENTICATION,
  PATH_LENGTH,
  NAME_CONSTRAINTS,
  DATES,
  CERTIFICATE_POLICIES,
  /** Fields that RFC 5280 forbids or demands, though a path could be processed without. */
  STRICT_FORM
}
