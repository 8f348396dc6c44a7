package dev.ringfence.api.v1alpha1;

/** Regular expressions of the schemas, anchored: the API server searches, it does not match. */
final class Patterns {
  /** An object's name, RFC 1123 subdomain. */
  static final String OBJECT_NAME = "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$";

  /** A host name or domain without wildcard; upper case is as good as lower case. */
  static final String HOST_NAME =
      "^[A-Za-z0-9_]([-A-Za-z0-9_]*[A-Za-z0-9_])?(\\.[A-Za-z0-9_]([-A-Za-z0-9_]*[A-Za-z0-9_])?)*$";

  static final String CONFIG_KEY = "^[-._A-Za-z0-9]+$";
  static final String SHA256 = "^[0-9a-f]{64}$";
  static final String RULE = "^[A-Z][A-Za-z0-9]*$";
  static final String SEVERITY = "^(Error|Warning|Notice|Off)$";
  static final String FIRMWARE_VERSION = "^[0-9]{1,9}(\\.[0-9]{1,9}){3}$";
  static final String PLATFORM = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

  private Patterns() {}
}
