package dev.ringfence.policy;

import dev.ringfence.pki.Certificate;

/** A certificate brought to the phones by other means than their firmware. */
public record TrustPush(Means means, Certificate certificate) {
  /** How certificates reach phones. */
  public enum Means {
    ACTIVE_DIRECTORY("ActiveDirectory"),
    CERTIFICATE_WEB_SERVICE("CertificateWebService");

    private final String label;

    Means(String label) {
      this.label = label;
    }

    /** The word used in reports. */
    public String label() {
      return label;
    }
  }
}
