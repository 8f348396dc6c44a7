package dev.ringfence.pki;

/** Object identifiers of the extensions that {@link Certificate} has accessors for. */
public final class ExtensionOid {
  public static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
  public static final String KEY_USAGE = "2.5.29.15";
  public static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  public static final String BASIC_CONSTRAINTS = "2.5.29.19";
  public static final String NAME_CONSTRAINTS = "2.5.29.30";
  public static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
  public static final String CERTIFICATE_POLICIES = "2.5.29.32";
  public static final String POLICY_MAPPINGS = "2.5.29.33";
  public static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
  public static final String POLICY_CONSTRAINTS = "2.5.29.36";
  public static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  public static final String INHIBIT_ANY_POLICY = "2.5.29.54";
  public static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
  public static final String NETSCAPE_CERT_TYPE = "2.16.840.1.113730.1.1";

  /** Proxy certificates, RFC 3820 3.8. */
  public static final String PROXY_CERTIFICATE_INFORMATION = "1.3.6.1.5.5.7.1.14";

  /** RFC 6960 4.2.2.2.1. */
  public static final String OCSP_NO_CHECK = "1.3.6.1.5.5.7.48.1.5";

  private ExtensionOid() {}
}
