package dev.ringfence.pki;

/** Object identifiers that appear in the extended key usage extension (RFC 5280 4.2.1.12). */
public final class KeyPurpose {
  public static final String ANY = "2.5.29.37.0";
  public static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  public static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

  /** Server gated cryptography, which OpenSSL takes for server authentication. */
  public static final String NETSCAPE_SERVER_GATED_CRYPTO = "2.16.840.1.113730.4.1";

  public static final String MICROSOFT_SERVER_GATED_CRYPTO = "1.3.6.1.4.1.311.10.3.3";

  private KeyPurpose() {}
}
