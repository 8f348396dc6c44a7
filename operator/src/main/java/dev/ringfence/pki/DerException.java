package dev.ringfence.pki;

/**
 * A value inside one certificate is not what X.509 prescribes; the parser adds source and place.
 */
final class DerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final int offset;

  /**
   * @param offset in bytes, within the array that is being read; negative if the whole is meant
   */
  DerException(String message, int offset) {
    super(message);
    this.problem = message;
    this.offset = offset;
  }

  String problem() {
    return problem;
  }

  int offset() {
    return offset;
  }
}
