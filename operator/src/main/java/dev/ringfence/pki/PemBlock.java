package dev.ringfence.pki;

/**
 * One decoded block of a PEM text (RFC 7468).
 *
 * @param line of its BEGIN, counted from 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record PemBlock(String label, int line, byte[] content) {

  boolean isCertificate() {
    return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE");
  }

  boolean isPkcs7() {
    return label.equals("PKCS7") || label.equals("CMS") || label.equals("PKCS #7 SIGNED DATA");
  }
}
