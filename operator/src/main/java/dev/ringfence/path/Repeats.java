package dev.ringfence.path;

/** Whether a certificate that is on the path already may be taken as an issuer once more. */
public enum Repeats {
  /** Two certificates that issued each other make the path grow until it is too long. */
  TAKEN,
  /** Passed over among the served certificates only. */
  SERVED_REFUSED,
  REFUSED
}
