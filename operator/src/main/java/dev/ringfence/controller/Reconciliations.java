package dev.ringfence.controller;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that reconcile, of which it can be asked how much they have to do. */
final class Reconciliations {
  private final ThreadPoolExecutor threads;

  Reconciliations(int atOnce) {
    threads =
        new ThreadPoolExecutor(atOnce, atOnce, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
  }

  /** Ends with the operator that uses it. */
  ExecutorService executor() {
    return threads;
  }

  /** Whether none waits and at most so many are under way. */
  boolean areFew(int atMost) {
    return threads.getQueue().isEmpty() && threads.getActiveCount() <= atMost;
  }
}
