package dev.ringfence.faults;

/**
 * A request of the operator as the proxy sees it.
 *
 * @param query empty if there is none
 */
record ProxiedRequest(String method, String path, String query, String body) {
  /** To ask what one may do changes nothing. */
  boolean writes() {
    return !method.equals("GET") && !path.contains("/selfsubjectrulesreviews");
  }

  boolean watches() {
    return query.contains("watch=true");
  }

  /** Of a whole kind, be it everywhere or in one namespace; such a list can come from a cache. */
  boolean lists() {
    return !writes() && !watches() && query.contains("limit=") && !query.contains("fieldSelector=");
  }

  WriteKind kind() {
    return WriteKind.of(path);
  }

  boolean writes(WriteKind kind) {
    return writes() && kind() == kind;
  }
}
