package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Why a path is not built or not accepted.
 *
 * @param reason one of the constants here; an acceptance may have its own, such as the id of a rule
 * @param certificate the one that fails, absent if none in particular does
 * @param detail a full sentence
 */
public record PathFailure(String reason, @Nullable Certificate certificate, String detail) {
  /** No issuer of the last certificate was found; nothing on the path is trusted. */
  public static final String ISSUER_MISSING = "IssuerMissing";

  /** Certificates of the store are on the path, but it does not end in a trusted root. */
  public static final String ROOT_MISSING = "RootMissing";

  /** The path ends in a self-signed certificate that the store does not hold. */
  public static final String SELF_SIGNED_UNTRUSTED = "SelfSignedUntrusted";

  /** Undetermined: the search ended before there was an answer. */
  public static final String BUDGET_EXHAUSTED = "SearchBudgetExhausted";

  public static final String SIGNATURE_INVALID = "SignatureInvalid";

  /** Undetermined: no code here can verify the signature. */
  public static final String SIGNATURE_UNVERIFIABLE = "SignatureUnverifiable";

  public static final String CERTIFICATE_NOT_YET_VALID = "CertificateNotYetValid";
  public static final String CERTIFICATE_EXPIRED = "CertificateExpired";
  public static final String TRUST_ANCHOR_EXPIRED = "TrustAnchorExpired";
  public static final String CERTIFICATE_AUTHORITY_INVALID = "CertificateAuthorityInvalid";
  public static final String PATH_TOO_LONG = "PathTooLong";
  public static final String SERVER_AUTHENTICATION_MISSING = "ServerAuthenticationMissing";
  public static final String CLIENT_AUTHENTICATION_MISSING = "ClientAuthenticationMissing";
  public static final String NAME_CONSTRAINT_VIOLATED = "NameConstraintViolated";
  public static final String CRITICAL_EXTENSION_UNSUPPORTED = "CriticalExtensionUnsupported";
  public static final String SERVER_NAME_MISMATCH = "ServerNameMismatch";

  /** A field of a certificate breaks the form that RFC 5280 or the purpose demands. */
  public static final String CERTIFICATE_FORM_INVALID = "CertificateFormInvalid";

  public static final String CERTIFICATE_POLICY_INVALID = "CertificatePolicyInvalid";
  public static final String PUBLIC_KEY_UNSUPPORTED = "PublicKeyUnsupported";
  public static final String SIGNATURE_ALGORITHM_UNSUPPORTED = "SignatureAlgorithmUnsupported";
  public static final String ALGORITHM_TOO_WEAK = "AlgorithmTooWeak";

  /** An end entity issued a certificate for itself (RFC 3820), which is not allowed. */
  public static final String PROXY_CERTIFICATE = "ProxyCertificate";

  /** An extension has a content that is not what it should be. */
  public static final String EXTENSION_UNDECODABLE = "ExtensionUndecodable";

  /** The store holds the certificate and says that it is not to be trusted for this use. */
  public static final String DISTRUSTED = "Distrusted";

  /** Whether the failure only says that there was no answer. */
  public boolean undetermined() {
    return reason.equals(BUDGET_EXHAUSTED) || reason.equals(SIGNATURE_UNVERIFIABLE);
  }

  static PathFailure budgetExhausted(@Nullable Certificate certificate, SearchBudget budget) {
    return new PathFailure(
        BUDGET_EXHAUSTED,
        certificate,
        "The search ended without an answer: its budget is %s.".formatted(budget));
  }
}
