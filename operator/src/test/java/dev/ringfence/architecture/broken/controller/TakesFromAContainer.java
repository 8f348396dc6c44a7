package dev.ringfence.architecture.broken.controller;

/** Breaks rule 9. */
public final class TakesFromAContainer {
  @Inject String name = "";
}
