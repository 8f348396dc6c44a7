package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.List;

/** Certificate policies along a path (RFC 5280 6.1.3 d to f, 6.1.4 a to j, 6.1.5 a, b and g). */
final class CertificatePolicyCheck {
  private final CertificationPath path;
  private final InitialPolicies initial;
  private final PolicyGraph graph = new PolicyGraph();
  private int explicitPolicy;
  private int policyMapping;
  private int inhibitAnyPolicy;

  private CertificatePolicyCheck(CertificationPath path, InitialPolicies initial) {
    this.path = path;
    this.initial = initial;
    int unlimited = path.length();
    this.explicitPolicy = initial.explicitPolicy() ? 0 : unlimited;
    this.policyMapping = initial.inhibitPolicyMapping() ? 0 : unlimited;
    this.inhibitAnyPolicy = initial.inhibitAnyPolicy() ? 0 : unlimited;
  }

  static List<PathFailure> of(CertificationPath path, InitialPolicies initial) {
    return mayFail(path, initial)
        ? new CertificatePolicyCheck(path, initial).failures()
        : List.of();
  }

  /**
   * Whether the rules have to be followed. A path fails only if a policy is required, by the
   * relying party or by a constraint, or by what a certificate maps; without all of these the
   * policies that are valid make no difference.
   */
  private static boolean mayFail(CertificationPath path, InitialPolicies initial) {
    if (initial.explicitPolicy()) {
      return true;
    }
    for (int i = 0; i < path.length() - 1; i++) {
      var certificate = path.certificates().get(i);
      if (certificate.policyConstraints().isPresent() || !certificate.policyMappings().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private List<PathFailure> failures() {
    for (int i = path.length() - 2; i >= 0; i--) {
      var certificate = path.certificates().get(i);
      policies(certificate, i == 0);
      if (explicitPolicy == 0 && graph.isEmpty()) {
        return failure(certificate, "none is valid, and one is required");
      }
      if (i > 0) {
        if (mapsAnyPolicy(certificate)) {
          return failure(certificate, "it maps to or from any policy (RFC 5280 6.1.4 a)");
        }
        prepareNext(certificate);
      }
    }
    return path.length() == 1 ? List.of() : wrapUp(path.endEntity());
  }

  private void policies(Certificate certificate, boolean endEntity) {
    var policies = certificate.certificatePolicies();
    boolean anyPolicyCounts = inhibitAnyPolicy > 0 || (!endEntity && certificate.selfIssued());
    graph.assertPolicies(policies.orElse(List.of()), anyPolicyCounts);
  }

  private static boolean mapsAnyPolicy(Certificate certificate) {
    return certificate.policyMappings().stream()
        .anyMatch(
            mapping ->
                mapping.issuerDomainPolicy().equals(InitialPolicies.ANY_POLICY)
                    || mapping.subjectDomainPolicy().equals(InitialPolicies.ANY_POLICY));
  }

  private void prepareNext(Certificate certificate) {
    graph.map(certificate.policyMappings(), policyMapping > 0);
    if (!certificate.selfIssued()) {
      explicitPolicy = Math.max(explicitPolicy - 1, 0);
      policyMapping = Math.max(policyMapping - 1, 0);
      inhibitAnyPolicy = Math.max(inhibitAnyPolicy - 1, 0);
    }
    certificate
        .policyConstraints()
        .ifPresent(
            constraints -> {
              explicitPolicy =
                  Math.min(
                      explicitPolicy, constraints.requireExplicitPolicy().orElse(explicitPolicy));
              policyMapping =
                  Math.min(policyMapping, constraints.inhibitPolicyMapping().orElse(policyMapping));
            });
    inhibitAnyPolicy =
        Math.min(inhibitAnyPolicy, certificate.inhibitAnyPolicy().orElse(inhibitAnyPolicy));
  }

  private List<PathFailure> wrapUp(Certificate endEntity) {
    boolean required =
        explicitPolicy <= 1
            || endEntity
                .policyConstraints()
                .map(constraints -> constraints.requireExplicitPolicy().orElse(1) == 0)
                .orElse(false);
    return required && !graph.intersects(initial)
        ? failure(endEntity, "none that is accepted is valid, and one is required")
        : List.of();
  }

  private static List<PathFailure> failure(Certificate certificate, String why) {
    return List.of(
        new PathFailure(
            PathFailure.CERTIFICATE_POLICY_INVALID,
            certificate,
            "The certificate policies of the path fail at %s: %s.".formatted(certificate, why)));
  }
}
