package dev.ringfence.architecture.broken.helper;

/** Breaks rule 8 by the name of its package. */
public final class Chain {}
