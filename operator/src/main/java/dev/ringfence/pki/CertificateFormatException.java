package dev.ringfence.pki;

/**
 * An input does not hold what was asked for. The message is a full sentence that names the source,
 * the place, what was expected and what was found; it never quotes the input.
 */
public final class CertificateFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final String position;

  CertificateFormatException(String source, String position, String problem) {
    super(source + (position.isEmpty() ? "" : ", " + position) + ": " + problem + '.');
    this.source = source;
    this.position = position;
  }

  /** What the caller named the input. */
  public String source() {
    return source;
  }

  /** For example {@code line 12, certificate 3} or {@code byte 40}; empty for the whole input. */
  public String position() {
    return position;
  }
}
