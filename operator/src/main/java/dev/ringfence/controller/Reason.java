package dev.ringfence.controller;

/** Reasons of conditions that are neither the id of a rule nor the reason of a problem. */
final class Reason {
  static final String RESOLVED = "Resolved";
  static final String EVALUATED = "Evaluated";
  static final String COMPATIBLE = "Compatible";
  static final String WARNINGS = "Warnings";
  static final String BLOCKED = "Blocked";
  static final String NOT_REQUIRED = "NotRequired";
  static final String APPROVED = "Approved";
  static final String APPROVAL_MISSING = "ApprovalMissing";
  static final String APPROVAL_NOT_IN_FORCE = "ApprovalNotInForce";
  static final String HOLD_CANNOT_BE_APPROVED = "HoldCannotBeApproved";
  static final String ALLOWED = "Allowed";
  static final String ALLOWED_WITH_WARNINGS = "AllowedWithWarnings";
  static final String OBSERVE_ONLY = "ObserveOnly";
  static final String IN_FORCE = "InForce";
  static final String CLAUSE_FAILS = "ClauseFails";
  static final String NOT_YET_EVALUATED = "NotYetEvaluated";
  static final String COUNTED = "Counted";
  static final String VALID = "Valid";
  static final String DEFECTS = "Defects";

  private Reason() {}
}
