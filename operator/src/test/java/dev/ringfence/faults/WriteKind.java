package dev.ringfence.faults;

import java.util.Locale;

/** What the operator writes. */
enum WriteKind {
  EVENT,
  REPORT,
  RENEWAL_STATUS,
  APPROVAL_STATUS,
  FLEET_STATUS,
  POLICY_STATUS,
  CATALOG_STATUS,
  OTHER;

  static WriteKind of(String path) {
    if (path.endsWith("/events")) {
      return EVENT;
    }
    if (path.contains("/configmaps")) {
      return REPORT;
    }
    if (!path.endsWith("/status")) {
      return OTHER;
    }
    if (path.contains("/certificaterenewals/")) {
      return RENEWAL_STATUS;
    }
    if (path.contains("/renewalapprovals/")) {
      return APPROVAL_STATUS;
    }
    if (path.contains("/phonefleets/")) {
      return FLEET_STATUS;
    }
    if (path.contains("/renewalpolicies/")) {
      return POLICY_STATUS;
    }
    return path.contains("/firmwarecatalogs/") ? CATALOG_STATUS : OTHER;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
