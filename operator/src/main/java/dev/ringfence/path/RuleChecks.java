package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that a profile's rules ask for on one path; each says the failure that counts. */
final class RuleChecks {
  private final ValidationRules rules;
  private final CertificationPath path;
  private final Instant at;
  private final Purpose purpose;
  private final InitialPolicies policies;
  private final SearchBudget budget;

  RuleChecks(
      ValidationRules rules,
      CertificationPath path,
      Instant at,
      Purpose purpose,
      InitialPolicies policies,
      SearchBudget budget) {
    this.rules = rules;
    this.path = path;
    this.at = at;
    this.purpose = purpose;
    this.policies = policies;
    this.budget = budget;
  }

  /** Check by check. */
  @Nullable PathFailure extensions() {
    for (var failures : extensionFailures()) {
      if (!failures.isEmpty()) {
        return failures.get(0);
      }
    }
    return null;
  }

  /** The failure nearest to the end entity, of several on one certificate the first. */
  @Nullable PathFailure extensionsByCertificate() {
    return extensionFailures().stream()
        .flatMap(Collection::stream)
        .min(Comparator.comparingInt(this::index))
        .orElse(null);
  }

  private List<List<PathFailure>> extensionFailures() {
    var checked = rules.certificates();
    var reading = rules.reading();
    var failures = new ArrayList<List<PathFailure>>();
    if (reading.refusesUndecodable()) {
      failures.add(CriticalExtensionCheck.undecodable(path));
    }
    if (rules.checks().contains(PathCheck.CRITICAL_EXTENSIONS)) {
      failures.add(CriticalExtensionCheck.of(path, checked, reading));
      if (reading.proxies()) {
        failures.add(CriticalExtensionCheck.proxies(path, checked));
      }
    }
    if (rules.checks().contains(PathCheck.BASIC_CONSTRAINTS)) {
      failures.add(AuthorityCheck.basicConstraints(path, checked, reading.authorities()));
    }
    if (rules.checks().contains(PathCheck.KEY_USAGE)) {
      failures.add(AuthorityCheck.keyUsage(path, checked));
    }
    if (rules.algorithms() != null) {
      failures.add(AlgorithmCheck.unknownKeys(path, rules.algorithms()));
    }
    if (rules.checks().contains(PathCheck.SERVER_AUTHENTICATION)) {
      failures.add(PurposeCheck.of(path, purposeBound(), reading.purposes(), purpose));
    }
    if (rules.checks().contains(PathCheck.PATH_LENGTH)) {
      failures.add(PathLengthCheck.of(path, checked, reading.selfIssuedPathLengths()));
    }
    return failures;
  }

  /** Whoever vouches for an anchor's use needs no extension that says it. */
  private List<Certificate> purposeBound() {
    var checked = rules.certificates().of(path);
    return path.anchorVouchedFor() && checked.size() == path.length()
        ? checked.subList(0, checked.size() - 1)
        : checked;
  }

  @Nullable PathFailure nameConstraints() {
    return rules.checks().contains(PathCheck.NAME_CONSTRAINTS)
        ? first(NameConstraintCheck.of(path, rules.reading().names(), budget))
        : null;
  }

  @Nullable PathFailure dates() {
    return rules.checks().contains(PathCheck.DATES)
        ? first(ValidityCheck.of(path, at, rules.notAfterInclusive(), enforcesAnchorExpiry()))
        : null;
  }

  /** Of an anchor that is none by itself nothing is verified. */
  private boolean enforcesAnchorExpiry() {
    return rules.enforcesAnchorExpiry()
        && !(path.anchorVouchedFor() && !path.anchor().selfIssued());
  }

  /**
   * What is wrong nearest to the anchor; an algorithm that is not known comes before a signature
   * that does not hold.
   */
  @Nullable PathFailure signature(@Nullable PathFailure signature) {
    return nearestToAnchor(unknownAlgorithm(), signature);
  }

  @Nullable PathFailure signaturesAndDates(@Nullable PathFailure signature) {
    return nearestToAnchor(unknownAlgorithm(), signature, dates());
  }

  private @Nullable PathFailure unknownAlgorithm() {
    var algorithms = rules.algorithms();
    return algorithms == null ? null : first(AlgorithmCheck.unknown(path, algorithms));
  }

  @Nullable PathFailure strength() {
    var algorithms = rules.algorithms();
    return algorithms == null ? null : first(AlgorithmCheck.weak(path, algorithms));
  }

  @Nullable PathFailure length() {
    var maximum = rules.maximumIntermediates();
    return maximum == null ? null : first(PathLengthCheck.intermediates(path, maximum));
  }

  @Nullable PathFailure formAndPolicies() {
    var failure =
        rules.checks().contains(PathCheck.CERTIFICATE_POLICIES)
            ? first(CertificatePolicyCheck.of(path, policies))
            : null;
    return failure == null && rules.checks().contains(PathCheck.STRICT_FORM)
        ? first(StrictFormCheck.of(path, purpose))
        : failure;
  }

  private @Nullable PathFailure nearestToAnchor(@Nullable PathFailure... failures) {
    PathFailure nearest = null;
    for (var failure : failures) {
      if (failure != null && (nearest == null || index(failure) > index(nearest))) {
        nearest = failure;
      }
    }
    return nearest;
  }

  private int index(PathFailure failure) {
    return failure.certificate() == null
        ? path.length()
        : path.certificates().indexOf(failure.certificate());
  }

  private static @Nullable PathFailure first(List<PathFailure> failures) {
    return failures.isEmpty() ? null : failures.get(0);
  }
}
