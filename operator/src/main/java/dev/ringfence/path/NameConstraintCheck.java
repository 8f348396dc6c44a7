package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.NameConstraints;
import java.util.ArrayList;
import java.util.List;

/**
 * Name constraints of the CA certificates and of the anchor (RFC 5280 4.2.1.10, 6.1.3 b and c).
 * They do not bind self-issued certificates, the end entity excepted.
 */
final class NameConstraintCheck {
  private NameConstraintCheck() {}

  /** All violations, nearest to the anchor first. */
  static List<PathFailure> of(CertificationPath path, NameReading reading, SearchBudget budget) {
    var failures = new ArrayList<PathFailure>(0);
    var certificates = path.certificates();
    for (int i = certificates.size() - 1; i > 0; i--) {
      var authority = certificates.get(i);
      var constraints = authority.nameConstraints();
      if (constraints.isEmpty()) {
        continue;
      }
      for (int j = i - 1; j >= 0; j--) {
        var certificate = certificates.get(j);
        if (j > 0 && certificate.selfIssued()) {
          continue;
        }
        var names = ConstrainedNames.of(certificate, j == 0 ? reading : reading.ofAuthority());
        if (names.tooMany(constraints.get())) {
          failures.add(
              new PathFailure(
                  PathFailure.NAME_CONSTRAINT_VIOLATED,
                  certificate,
                  "%s has more names than are held against the constraints of %s."
                      .formatted(certificate, authority)));
          continue;
        }
        if (!budget.takeComparisons(names.comparisons(constraints.get()))) {
          return List.of(PathFailure.budgetExhausted(certificate, budget));
        }
        violation(names, authority, constraints.get(), certificate, failures);
      }
    }
    return List.copyOf(failures);
  }

  private static void violation(
      ConstrainedNames names,
      Certificate authority,
      NameConstraints constraints,
      Certificate certificate,
      List<PathFailure> failures) {
    names
        .violation(constraints)
        .ifPresent(
            what ->
                failures.add(
                    new PathFailure(
                        PathFailure.NAME_CONSTRAINT_VIOLATED,
                        certificate,
                        "The name constraints of %s forbid %s: %s."
                            .formatted(authority, certificate, what))));
  }
}
