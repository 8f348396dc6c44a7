package dev.ringfence.path;

/** What the end entity certificate is to be used for. */
public enum Purpose {
  ANY,
  /** A TLS server. */
  SERVER,
  /** A TLS client. */
  CLIENT,
  /** A TLS server under the Baseline Requirements of the CA/Browser Forum as well. */
  WEB_SERVER
}
