package dev.ringfence.controller;

/** The conditions of every kind. Reconciling and Stalled exist only while they are true. */
final class ConditionType {
  static final String RESOLVED_REFS = "ResolvedRefs";
  static final String EVALUATED = "Evaluated";
  static final String COMPATIBLE = "Compatible";
  static final String APPROVED = "Approved";
  static final String READY = "Ready";
  static final String RECONCILING = "Reconciling";
  static final String STALLED = "Stalled";

  private ConditionType() {}
}
