package dev.ringfence.policy.rules;

import dev.ringfence.path.SearchBudget;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.policy.Affects;
import dev.ringfence.policy.Category;
import dev.ringfence.policy.ChainRule;
import dev.ringfence.policy.ChainSubject;
import dev.ringfence.policy.FindingResult;
import dev.ringfence.policy.Observation;
import dev.ringfence.policy.PathRule;
import dev.ringfence.policy.PathSubject;
import dev.ringfence.policy.RuleMetadata;
import dev.ringfence.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A served certificate names an issuer whose key did not sign it. */
public final class SignatureInvalid implements ChainRule, PathRule {
  @Override
  public RuleMetadata metadata() {
    return new RuleMetadata(
        "SignatureInvalid",
        "A served certificate names an issuer whose key did not sign it.",
        List.of("RFC 5280 section 6.1.3 (a) (1)"),
        Category.PATH,
        Severity.ERROR,
        List.of(Affects.REGISTRATION, Affects.UPDATE));
  }

  @Override
  public boolean appliesTo(ChainSubject chain) {
    return chain.chain().certificates().size() > 1;
  }

  /**
   * Violated where a served certificate has the issuer's name and key identifier, and nobody known
   * signed it; undetermined where there are too many of that name to try them all.
   */
  @Override
  public List<Observation> check(ChainSubject chain) {
    List<Observation> seen = new ArrayList<>();
    for (Certificate child : chain.chain().certificates()) {
      boolean named =
          !child.selfIssued()
              && chain.chain().certificates().stream().anyMatch(issuer -> claimed(issuer, child));
      Optional<List<Certificate>> issuers =
          named ? chain.graph().issuersOf(child, SearchBudget.standard()) : Optional.empty();
      if (named && issuers.isEmpty()) {
        seen.add(
            new Observation(
                FindingResult.UNDETERMINED,
                child.displayName()
                    + " names "
                    + child.issuer().rfc4514()
                    + " as its issuer, a name that more certificates have than can be tried.",
                List.of(),
                null));
      } else if (named && issuers.get().isEmpty()) {
        seen.add(
            Observation.violated(
                child.displayName()
                    + " names "
                    + child.issuer().rfc4514()
                    + " as its issuer, but the served certificate of that name did not sign it."));
      }
    }
    return seen;
  }

  /** A certificate of that name with another key identifier is a different issuer's. */
  private static boolean claimed(Certificate issuer, Certificate child) {
    Optional<String> key =
        child.authorityKeyIdentifier().flatMap(authority -> authority.keyIdentifier());
    return !issuer.equals(child)
        && issuer.subject().matches(child.issuer())
        && (key.isEmpty()
            || issuer.subjectKeyIdentifier().isEmpty()
            || key.equals(issuer.subjectKeyIdentifier()));
  }

  @Override
  public boolean appliesTo(PathSubject path) {
    return path.path().certificates().size() > 1;
  }

  /** Undetermined where a signature of the path cannot be verified here. */
  @Override
  public List<Observation> check(PathSubject path) {
    List<Certificate> certificates = path.path().certificates();
    List<Observation> seen = new ArrayList<>();
    for (int i = 0; i + 1 < certificates.size(); i++) {
      Certificate child = certificates.get(i);
      boolean valid =
          path.graph()
              .signature(child, certificates.get(i + 1).publicKey(), SearchBudget.standard())
              .filter(SignatureVerifier.Result.VALID::equals)
              .isPresent();
      if (!valid) {
        seen.add(
            new Observation(
                FindingResult.UNDETERMINED,
                "The signature on "
                    + child.displayName()
                    + ", made with "
                    + child.signatureAlgorithm().name()
                    + ", could not be verified here.",
                List.of(),
                null));
      }
    }
    return seen;
  }
}
