package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.KeyUsage;

/**
 * How a builder recognises and picks the issuer of a certificate.
 *
 * @param keyIdentifiersMustMatch the authority key identifier excludes; otherwise it only orders
 * @param keyUsage an issuer whose key usage forbids signing certificates is passed over
 * @param signature an issuer whose key did not make the signature is passed over
 * @param refusesRepeats a certificate that is already on the path is passed over
 */
public record IssuerChoice(
    NameMatching names,
    boolean keyIdentifiersMustMatch,
    boolean keyUsage,
    boolean signature,
    boolean refusesRepeats,
    IssuerPreference preference) {

  /** From what the two certificates say; the signature is not looked at. */
  boolean mayIssue(Certificate issuer, Certificate child) {
    return names.matches(child.issuer(), issuer.subject())
        && (!keyIdentifiersMustMatch || KeyIdentifiers.fit(child, issuer))
        && (!keyUsage || issuer.keyUsage().map(IssuerChoice::signsCertificates).orElse(true));
  }

  boolean selfSigned(Certificate certificate) {
    return mayIssue(certificate, certificate);
  }

  private static boolean signsCertificates(KeyUsage usage) {
    return usage.allows(KeyUsage.Use.KEY_CERT_SIGN);
  }
}
