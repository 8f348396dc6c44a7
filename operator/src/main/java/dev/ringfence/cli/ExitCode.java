package dev.ringfence.cli;

/** The exit codes of every command. */
public final class ExitCode {
  public static final int OK = 0;

  /** The answer is no: a closed gate, or defects found. */
  public static final int FAILED = 1;

  /** A file or flag of the command line itself cannot be read; nothing was evaluated. */
  public static final int UNREADABLE = 2;

  /** No verdict could be reached; an internal error too, so that it never reads as an answer. */
  public static final int HOLD = 3;

  private ExitCode() {}
}
