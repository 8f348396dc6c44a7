package dev.ringfence.cases;

/** A suite is not what the schema of x509-limbo says. The message names the place. */
public final class LimboFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  LimboFormatException(String problem) {
    super(problem);
  }

  LimboFormatException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
