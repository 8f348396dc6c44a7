package dev.ringfence.architecture.broken.policy.rules;

/** Breaks every clause of rule 6. */
public class NotTheShape {}
