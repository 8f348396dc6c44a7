package dev.ringfence.path;

import java.time.Instant;
import java.util.List;

/**
 * The checks of RFC 5280 6.1 one by one, for those who decide themselves which of them count. All
 * failures are returned, those of the certificate nearest to the anchor first where order matters.
 * The anchor's own extensions are not looked at, apart from its name constraints and dates.
 */
public final class PathChecks {
  private PathChecks() {}

  /**
   * Both ends of a validity are within it. An expired anchor has the reason {@link
   * PathFailure#TRUST_ANCHOR_EXPIRED}.
   */
  public static List<PathFailure> validity(CertificationPath path, Instant at) {
    return ValidityCheck.of(path, at, true, true);
  }

  public static List<PathFailure> basicConstraints(CertificationPath path) {
    return AuthorityCheck.basicConstraints(path, checked(path), AuthorityMark.DECLARED);
  }

  public static List<PathFailure> pathLength(CertificationPath path) {
    return PathLengthCheck.of(path, checked(path), true);
  }

  /** Whether the issuing certificates may sign certificates. */
  public static List<PathFailure> keyUsage(CertificationPath path) {
    return AuthorityCheck.keyUsage(path, checked(path));
  }

  public static List<PathFailure> serverAuthentication(CertificationPath path) {
    return PurposeCheck.of(path, checked(path).of(path), PurposeReading.rfc5280(), Purpose.SERVER);
  }

  /**
   * Those of the anchor count too. Where the end entity has no DNS alternative name, its common
   * names are taken for DNS names.
   *
   * @return a failure with {@link PathFailure#BUDGET_EXHAUSTED} if there are more comparisons than
   *     the budget has: undetermined
   */
  public static List<PathFailure> nameConstraints(CertificationPath path, SearchBudget budget) {
    return NameConstraintCheck.of(path, ExtensionReading.rfc5280().names(), budget);
  }

  public static List<PathFailure> criticalExtensions(CertificationPath path) {
    return CriticalExtensionCheck.of(path, checked(path), ExtensionReading.rfc5280());
  }

  /** A path of which nothing is held has no anchor to spare: each of its certificates is signed. */
  private static CheckedCertificates checked(CertificationPath path) {
    return path.heldFrom() == path.length() ? CheckedCertificates.ALL : CheckedCertificates.SIGNED;
  }
}
