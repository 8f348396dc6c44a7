package dev.ringfence.demo;

/** The operator did not answer in time; the message is a full sentence. */
public final class DemoTimeoutException extends Exception {
  private static final long serialVersionUID = 1L;

  DemoTimeoutException(String sentence) {
    super(sentence);
  }
}
