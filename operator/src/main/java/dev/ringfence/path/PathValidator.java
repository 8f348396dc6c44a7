package dev.ringfence.path;

import java.time.Instant;
import java.util.ArrayList;
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
    for (var check : checks(path)) {
      var failures = check.get();
      if (!failures.isEmpty()) {
        return failures.get(0);
      }
    }
    return null;
  }

  private List<Supplier<List<PathFailure>>> checks(CertificationPath path) {
    var rules = profile.rules();
    var checked = rules.certificates();
    var reading = rules.reading();
    var checks = new ArrayList<Supplier<List<PathFailure>>>();
    for (var check : rules.checks()) {
      switch (check) {
        case CRITICAL_EXTENSIONS ->
            checks.add(() -> CriticalExtensionCheck.of(path, checked, reading));
        case BASIC_CONSTRAINTS ->
            checks.add(() -> AuthorityCheck.basicConstraints(path, checked, reading));
        case KEY_USAGE -> checks.add(() -> AuthorityCheck.keyUsage(path, checked));
        case SERVER_AUTHENTICATION -> {
          if (purpose != Purpose.ANY) {
            checks.add(() -> ServerPurposeCheck.of(path, checked, reading));
          }
        }
        case PATH_LENGTH -> checks.add(() -> PathLengthCheck.of(path, checked, reading));
        case NAME_CONSTRAINTS ->
            checks.add(
                () ->
                    NameConstraintCheck.of(
                        path, NameReading.of(reading, rules.commonNames()), budget));
        case DATES ->
            checks.add(
                () ->
                    ValidityCheck.of(
                        path, at, rules.notAfterInclusive(), rules.enforcesAnchorExpiry()));
        case CERTIFICATE_POLICIES -> checks.add(() -> CertificatePolicyCheck.of(path, policies));
        case STRICT_FORM -> checks.add(() -> StrictFormCheck.of(path, purpose));
      }
    }
    checks.add(() -> limit(path));
    checks.add(() -> name(path));
    return checks;
  }

  private List<PathFailure> limit(CertificationPath path) {
    var maximum = profile.rules().maximumIntermediates();
    return maximum == null ? List.of() : PathLengthCheck.intermediates(path, maximum);
  }

  private List<PathFailure> name(CertificationPath path) {
    if (serverName == null
        || ServerNameMatch.matches(serverName, path.endEntity(), profile.rules().commonNames())) {
      return List.of();
    }
    return List.of(
        new PathFailure(
            PathFailure.SERVER_NAME_MISMATCH,
            path.endEntity(),
            "%s is not for %s; its names are %s."
                .formatted(path.endEntity(), serverName, ServerNameMatch.names(path.endEntity()))));
  }
}
