package dev.ringfence.faults;

import dev.ringfence.kubernetes.AuditedRequest;
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
  LEASE,
  OTHER;

  /** Of what the API server saw. */
  static WriteKind of(AuditedRequest request) {
    return switch (request.right()) {
      case "create events" -> EVENT;
      case "create configmaps", "update configmaps" -> REPORT;
      case "update ringfence.dev/certificaterenewals/status" -> RENEWAL_STATUS;
      case "update ringfence.dev/renewalapprovals/status" -> APPROVAL_STATUS;
      case "update ringfence.dev/phonefleets/status" -> FLEET_STATUS;
      case "update ringfence.dev/renewalpolicies/status" -> POLICY_STATUS;
      case "update ringfence.dev/firmwarecatalogs/status" -> CATALOG_STATUS;
      case "create coordination.k8s.io/leases", "patch coordination.k8s.io/leases" -> LEASE;
      default -> OTHER;
    };
  }

  static WriteKind of(String path) {
    if (path.endsWith("/events")) {
      return EVENT;
    }
    if (path.contains("/configmaps")) {
      return REPORT;
    }
    if (path.contains("/leases")) {
      return LEASE;
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
