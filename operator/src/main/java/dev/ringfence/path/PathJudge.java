package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import org.jspecify.annotations.Nullable;

/** Verifies the signatures of a path, then asks the acceptance. */
final class PathJudge {
  private final CertificateGraph graph;
  private final PathAcceptance acceptance;
  private final SearchBudget budget;

  PathJudge(CertificateGraph graph, PathAcceptance acceptance, SearchBudget budget) {
    this.graph = graph;
    this.acceptance = acceptance;
    this.budget = budget;
  }

  @Nullable PathFailure failureOf(CertificationPath path) {
    var signature = signatureFailure(path);
    var failure = acceptance.failureOf(path, signature);
    return failure == null ? signature : failure;
  }

  /** From the anchor down, because a DSA key may inherit its parameters (RFC 5280 6.1.4 e). */
  private @Nullable PathFailure signatureFailure(CertificationPath path) {
    var key = path.anchor().publicKey();
    for (int i = path.length() - 2; i >= 0; i--) {
      var certificate = path.certificates().get(i);
      var issuer = path.certificates().get(i + 1);
      var result = graph.signature(certificate, key, budget);
      if (result.isEmpty()) {
        return PathFailure.budgetExhausted(certificate, budget);
      }
      var failure =
          switch (result.get()) {
            case VALID -> null;
            case INVALID ->
                failure(PathFailure.SIGNATURE_INVALID, "is not by", certificate, issuer);
            case UNSUPPORTED ->
                failure(
                    PathFailure.SIGNATURE_UNVERIFIABLE,
                    "cannot be verified here with",
                    certificate,
                    issuer);
          };
      if (failure != null) {
        return failure;
      }
      key = certificate.publicKey().inheritParameters(key);
    }
    return null;
  }

  private static PathFailure failure(
      String reason, String what, Certificate certificate, Certificate issuer) {
    return new PathFailure(
        reason,
        certificate,
        "The signature %s on %s %s the key %s of %s."
            .formatted(
                certificate.signatureAlgorithm(),
                certificate,
                what,
                issuer.publicKey().name(),
                issuer));
  }
}
