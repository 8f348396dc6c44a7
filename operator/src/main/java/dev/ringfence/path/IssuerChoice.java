package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.ExtensionOid;
import dev.ringfence.pki.KeyUsage;
import java.util.Set;

/**
 * How a builder recognises and picks the issuer of a certificate.
 *
 * @param keyIdentifiersMustMatch the authority key identifier excludes; otherwise it only orders
 * @param keyUsage an issuer whose key usage forbids signing certificates is passed over
 * @param keyFitsAlgorithm an issuer whose key is not of the kind that the signature needs is passed
 *     over
 * @param decodable a certificate with an extension that cannot be decoded neither issues nor is
 *     issued; see {@link #DECODED}
 * @param signature an issuer whose key did not make the signature is passed over
 */
public record IssuerChoice(
    NameMatching names,
    boolean keyIdentifiersMustMatch,
    boolean keyUsage,
    boolean keyFitsAlgorithm,
    boolean decodable,
    boolean signature,
    Repeats repeats,
    IssuerPreference preference) {

  /** Extensions that OpenSSL decodes before it looks at a certificate at all. */
  private static final Set<String> DECODED =
      Set.of(
          ExtensionOid.BASIC_CONSTRAINTS,
          ExtensionOid.KEY_USAGE,
          ExtensionOid.EXTENDED_KEY_USAGE,
          ExtensionOid.NETSCAPE_CERT_TYPE,
          ExtensionOid.SUBJECT_KEY_IDENTIFIER,
          ExtensionOid.AUTHORITY_KEY_IDENTIFIER,
          ExtensionOid.SUBJECT_ALTERNATIVE_NAME,
          ExtensionOid.NAME_CONSTRAINTS,
          ExtensionOid.CRL_DISTRIBUTION_POINTS);

  /** From what the two certificates say; the signature is not looked at. */
  boolean mayIssue(Certificate issuer, Certificate child) {
    return names.matches(child.issuer(), issuer.subject())
        && (!keyIdentifiersMustMatch || KeyIdentifiers.fit(child, issuer))
        && (!keyUsage || issuer.keyUsage().map(IssuerChoice::signsCertificates).orElse(true))
        && (!keyFitsAlgorithm || child.signatureAlgorithm().fits(issuer.publicKey()))
        && (!decodable || (isDecoded(issuer) && isDecoded(child)));
  }

  boolean selfSigned(Certificate certificate) {
    return mayIssue(certificate, certificate);
  }

  private static boolean isDecoded(Certificate certificate) {
    return certificate.undecodableExtensionOids().stream().noneMatch(DECODED::contains);
  }

  private static boolean signsCertificates(KeyUsage usage) {
    return usage.allows(KeyUsage.Use.KEY_CERT_SIGN);
  }
}
