package dev.ringfence.architecture.broken.controller;

import java.time.Clock;

/** Breaks rule 4. */
public final class AsksTheProcess {
  public Clock clock() {
    return Clock.systemUTC();
  }
}
