package dev.ringfence.policy;

import dev.ringfence.catalog.Fact;
import dev.ringfence.path.BuiltPath;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a verdict rests on, for the groups that were asked for. */
public record Explanation(List<Phones> phones) {
  public Explanation {
    phones = List.copyOf(phones);
  }

  /**
   * One group as one firmware.
   *
   * @param firmware model or family and version, the text as read if the catalog knows neither
   * @param family null if the firmware is unknown
   * @param candidates every candidate path with its findings, best first
   * @param edges who signed whom on these paths
   * @param builtPaths what each path-builder profile commits to
   * @param facts every fact that the candidate paths ask for, sorted by key
   * @param questions what tests on one phone would settle, sorted
   */
  public record Phones(
      String fleet,
      String group,
      String firmware,
      @Nullable String family,
      Outcome outcome,
      List<Finding> findings,
      List<AssessedPath> candidates,
      List<Edge> edges,
      List<BuiltPath> builtPaths,
      List<Fact> facts,
      List<String> questions) {
    public Phones {
      findings = List.copyOf(findings);
      candidates = List.copyOf(candidates);
      edges = List.copyOf(edges);
      builtPaths = List.copyOf(builtPaths);
      facts = List.copyOf(facts);
      questions = List.copyOf(questions);
    }
  }

  /**
   * A step of a path.
   *
   * @param signature whether the issuer's key made the child's signature
   */
  public record Edge(Certificate child, Certificate issuer, SignatureVerifier.Result signature) {}
}
