package dev.ringfence.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Answers a stream of case lines in its order, each line by one line. What has been answered is
 * handed on whenever the next line has to be waited for, so that both ends can talk to each other.
 */
public final class CaseRun {
  /** Enough for a case that lists 10,000 anchors. */
  public static final int MAX_LINE_BYTES = 1 << 20;

  private final CertificatePool pool;
  private final CaseResolver resolver;
  private long answered;
  private long refused;

  public CaseRun(CertificatePool pool, CaseResolver resolver) {
    this.pool = pool;
    this.resolver = resolver;
  }

  public void run(InputStream in, OutputStream out) throws IOException {
    BoundedLines lines = new BoundedLines(in, MAX_LINE_BYTES);
    CaseAnswers answers = new CaseAnswers(out);
    try {
      while (lines.next()) {
        answer(lines, answers);
        if (lines.mayWait()) {
          answers.flush();
        }
      }
    } finally {
      answers.flush();
    }
  }

  private void answer(BoundedLines lines, CaseAnswers answers) throws IOException {
    try {
      if (lines.tooLong()) {
        throw new CaseFormatException(
            null,
            "The line is longer than %,d bytes, which is the limit.".formatted(MAX_LINE_BYTES));
      }
      CaseLine line = CaseLineReader.read(lines.line());
      answers.answer(line.id(), line.profile(), resolver.resolve(line).answer(pool.graph()));
      answered++;
    } catch (CaseFormatException e) {
      answers.refuse(e.id(), lines.number(), e.sentence());
      refused++;
    }
  }

  public long answered() {
    return answered;
  }

  /** Lines that could not be read, or name what is not there. */
  public long refused() {
    return refused;
  }
}
