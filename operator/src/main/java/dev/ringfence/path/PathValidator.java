package dev.ringfence.path;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Accepts a path if it passes the checks that a profile makes once a path is built. */
public final class PathValidator implements PathAcceptance {
  private final PathProfile profile;
  private final Instant at;
  private final @Nullable String serverName;
  private final Purpose purpose;
  private final InitialPolicies policies;
  private final SearchBudget budget;

  /**
   * @param serverName a host name or an IP address; absent if it is not to be checked
   */
  public PathValidator(
      PathProfile profile,
      Instant at,
      @Nullable String serverName,
      Purpose purpose,
      InitialPolicies policies,
      SearchBudget budget) {
    this.profile = profile;
    this.at = at;
    this.serverName = serverName;
    this.purpose = purpose;
    this.policies = policies;
    this.budget = budget;
  }

  /** Without demands on policies, and with a budget of its own. */
  public PathValidator(
      PathProfile profile, Instant at, @Nullable String serverName, Purpose purpose) {
    this(profile, at, serverName, purpose, InitialPolicies.NONE, SearchBudget.standard());
  }

  @Override
  public @Nullable PathFailure failureOf(CertificationPath path) {
    return failureOf(path, null);
  }

  @Override
  public @Nullable PathFailure failureOf(CertificationPath path, @Nullable PathFailure signature) {
    if (signature != null && signature.reason().equals(PathFailure.BUDGET_EXHAUSTED)) {
      return signature;
    }
    for (var step : steps(path, signature)) {
      var failure = step.get();
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  private List<Supplier<@Nullable PathFailure>> steps(
      CertificationPath path, @Nullable PathFailure signature) {
    var checks = new RuleChecks(profile.rules(), path, at, purpose, policies, budget);
    return switch (profile.rules().order()) {
      case SIGNATURES_FIRST ->
          List.of(
              () -> checks.signature(signature),
              checks::extensions,
              checks::nameConstraints,
              checks::dates,
              checks::formAndPolicies,
              checks::strength,
              checks::length,
              () -> name(path));
      case NAMES_EARLY ->
          List.of(
              checks::extensionsByCertificate,
              checks::strength,
              checks::length,
              checks::nameConstraints,
              () -> name(path),
              () -> checks.signaturesAndDates(signature),
              checks::formAndPolicies);
      case NAMES_LATE ->
          List.of(
              checks::extensionsByCertificate,
              checks::strength,
              checks::length,
              () -> name(path),
              () -> checks.signaturesAndDates(signature),
              checks::nameConstraints,
              checks::formAndPolicies);
    };
  }

  private @Nullable PathFailure name(CertificationPath path) {
    var rules = profile.rules();
    if (serverName == null
        || ServerNameMatch.matches(
            serverName, path.endEntity(), rules.commonNames(), rules.wildcards())) {
      return null;
    }
    return new PathFailure(
        PathFailure.SERVER_NAME_MISMATCH,
        path.endEntity(),
        "%s is not for %s; its names are %s."
            .formatted(path.endEntity(), serverName, ServerNameMatch.names(path.endEntity())));
  }
}
