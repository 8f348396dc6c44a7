package dev.ringfence.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many bytes some work may allocate. Unlike its time, that does not depend on what else the
 * machine does.
 *
 * @param fixed in bytes, whatever the input
 * @param perByte for each byte of the input
 */
public record AllocationLimit(long fixed, long perByte) {
  /** The first run of some code also loads classes, and the next may compile them. */
  private static final int ATTEMPTS = 3;

  /** Repeats work that seems to exceed the limit; an error if it does so each time. */
  public void hold(int inputBytes, Runnable work) {
    long limit = fixed + perByte * inputBytes;
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && least > limit; attempt++) {
      least = Math.min(least, allocatedBy(work));
    }
    if (least > limit) {
      throw new AssertionError(
          "Reading %d bytes allocated %d bytes, expected at most %d."
              .formatted(inputBytes, least, limit));
    }
  }

  /** What the work allocates on this thread, in bytes. */
  public static long allocatedBy(Runnable work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
