package dev.ringfence.architecture.broken.api;

/** Breaks rule 7. */
public class MutableSpec {
  public int phones;
}
