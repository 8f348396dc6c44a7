package dev.ringfence.cli;

/**
 * A file or flag of the command line cannot be read. The message is the one sentence for the user.
 */
public final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableException(String sentence) {
    super(sentence);
  }

  public UnreadableException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
