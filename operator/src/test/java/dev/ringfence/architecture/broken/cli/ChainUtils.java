package dev.ringfence.architecture.broken.cli;

/** Breaks rule 8 by its own name. */
public final class ChainUtils {}
