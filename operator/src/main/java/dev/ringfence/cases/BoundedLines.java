package dev.ringfence.cases;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of bytes from a stream, in bounded memory. A line that is too long is passed over. */
public final class BoundedLines {
  private static final int FIRST_BUFFER = 1 << 16;

  private final InputStream in;
  private final int limit;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int start;
  private int end;
  private boolean ended;

  private long number;
  private byte[] line = new byte[0];
  private boolean tooLong;

  /**
   * @param limit of one line in bytes, its end not counted
   */
  public BoundedLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Goes to the next line; false if there is none. */
  public boolean next() throws IOException {
    boolean dropped = false;
    int scanned = start;
    while (true) {
      for (int i = scanned; i < end; i++) {
        if (buffer[i] == '\n') {
          return take(i, i + 1, dropped);
        }
      }
      if (ended) {
        return (start < end || dropped) && take(end, end, dropped);
      }
      if (end - start > limit) {
        dropped = true;
        start = end;
      }
      makeRoom();
      scanned = end;
      int read = in.read(buffer, end, buffer.length - end);
      ended = read < 0;
      end += Math.max(read, 0);
    }
  }

  private boolean take(int lineEnd, int nextStart, boolean dropped) {
    tooLong = dropped || lineEnd - start > limit;
    line = tooLong ? new byte[0] : Arrays.copyOfRange(buffer, start, lineEnd);
    start = nextStart;
    number++;
    return true;
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, limit + 2L));
    }
  }

  /** Whether the next line may have to be waited for. */
  public boolean mayWait() throws IOException {
    for (int i = start; i < end; i++) {
      if (buffer[i] == '\n') {
        return false;
      }
    }
    return !ended && in.available() == 0;
  }

  /** Counted from 1. */
  public long number() {
    return number;
  }

  /** Without its end; empty if it is too long. */
  public byte[] line() {
    return line;
  }

  public boolean tooLong() {
    return tooLong;
  }
}
