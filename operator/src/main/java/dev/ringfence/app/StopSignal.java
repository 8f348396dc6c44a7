package dev.ringfence.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits for the end of the process: Ctrl-C, a termination, or a reason from inside. */
final class StopSignal {
  /** A little less than what a pod is given between the two signals. */
  private static final long ORDERLY_STOP_SECONDS = 20;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicInteger exitCode = new AtomicInteger();

  /** From now on a termination signal asks for the stop and gives it time. */
  void install() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.countDown();
                  try {
                    boolean orderly = stopped.await(ORDERLY_STOP_SECONDS, TimeUnit.SECONDS);
                    if (!orderly) {
                      System.err.println("The operator did not stop in time and is ended.");
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "stop"));
  }

  /** Asks for the stop; the first exit code other than 0 stays. */
  void ask(int code) {
    exitCode.compareAndSet(0, code);
    asked.countDown();
  }

  /** Returns once the stop is asked for. */
  int await() throws InterruptedException {
    asked.await();
    return exitCode.get();
  }

  /** Everything is closed; the process may end. */
  void stopped() {
    stopped.countDown();
  }
}
