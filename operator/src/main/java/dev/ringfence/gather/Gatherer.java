package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalSpec;
import dev.ringfence.api.v1alpha1.NameRef;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Approval;
import dev.ringfence.policy.Evaluation;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.Policy;
import dev.ringfence.policy.Problem;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From a renewal and what it names to one evaluation, for the cluster and for files alike. It finds
 * every problem, not only the first.
 */
public final class Gatherer {
  public static final String FLEET_NOT_FOUND = "FleetNotFound";
  public static final String POLICY_NOT_FOUND = "PolicyNotFound";
  public static final String ACTIVATION_TIME_UNREADABLE = "ActivationTimeUnreadable";
  public static final String SPEC_MISSING = "SpecMissing";

  private final Resources resources;
  private final CatalogsInForce catalogs;
  private final FleetsInForce fleets;
  private final ChainReferences chains;
  private final PolicyGatherer policies;
  private final ApprovalGatherer approvals;

  /**
   * @param rules ids of the rules that there are
   */
  public Gatherer(Resources resources, CatalogsInForce catalogs, Collection<String> rules) {
    this.resources = resources;
    this.catalogs = catalogs;
    this.fleets = new FleetsInForce(resources);
    this.chains = new ChainReferences(resources);
    this.policies = new PolicyGatherer(rules);
    this.approvals = new ApprovalGatherer(rules);
  }

  /**
   * Gathers everything that the renewal names.
   *
   * @param now the instant judged, unless the renewal becomes active later
   */
  public Gathered gather(CertificateRenewal renewal, Instant now) {
    return new Gathering(renewal, now).gather();
  }

  /** One renewal being gathered. */
  private final class Gathering {
    private final CertificateRenewal renewal;
    private final Instant now;
    private final String namespace;
    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private final List<InputDigest> inputs = new ArrayList<>();

    private Gathering(CertificateRenewal renewal, Instant now) {
      this.renewal = renewal;
      this.now = now;
      String given = renewal.getMetadata().getNamespace();
      this.namespace = given == null ? "" : given;
      this.name = renewal.getMetadata().getName();
    }

    private Gathered gather() {
      CertificateRenewalSpec spec = renewal.getSpec();
      if (spec == null) {
        problems.add(
            new Problem(SPEC_MISSING, "The renewal %s has no spec.".formatted(name), true));
        return incomplete(Mode.ENFORCE, now, null);
      }
      Instant at = at(spec);
      CertificateChain chain = attempt(() -> chains.chain(namespace, spec.chain(), "spec.chain"));
      CertificateChain current =
          spec.currentChain() == null
              ? null
              : attempt(() -> chains.chain(namespace, spec.currentChain(), "spec.currentChain"));
      CatalogsInForce.Merged merged = attempt(() -> catalogs.merged(resources.firmwareCatalogs()));
      List<dev.ringfence.fleet.PhoneFleet> judged = List.of();
      if (merged != null) {
        judged = fleets(spec, merged);
        inputs.addAll(merged.inputsFor(judged));
      }
      Policy policy = policy(spec);
      if (chain != null) {
        new TargetConflict(resources, chains).of(renewal, chain).ifPresent(problems::add);
      }
      if (!problems.isEmpty() || chain == null || policy == null || merged == null) {
        return incomplete(policy == null ? Mode.ENFORCE : policy.mode(), at, chain);
      }
      return new Gathered.Complete(
          new Evaluation(
              name,
              chain,
              current,
              spec.serverNames(),
              spec.sipDomains(),
              at,
              judged,
              merged.catalogs(),
              policy,
              approvals(),
              sorted(inputs)));
    }

    private Instant at(CertificateRenewalSpec spec) {
      String written = spec.activationTime();
      if (written == null) {
        return now;
      }
      try {
        Instant activation = Instant.parse(written);
        return activation.isAfter(now) ? activation : now;
      } catch (DateTimeException e) {
        problems.add(
            new Problem(
                ACTIVATION_TIME_UNREADABLE,
                "spec.activationTime: expected an instant with a zone such as 2026-12-01T00:00:00Z,"
                    + " found \"%s\".".formatted(written),
                true));
        return now;
      }
    }

    private List<dev.ringfence.fleet.PhoneFleet> fleets(
        CertificateRenewalSpec spec, CatalogsInForce.Merged merged) {
      List<dev.ringfence.fleet.PhoneFleet> found = new ArrayList<>();
      for (String ref : spec.fleetRefs().stream().map(NameRef::name).distinct().sorted().toList()) {
        Optional<PhoneFleet> fleet = resources.phoneFleet(namespace, ref);
        if (fleet.isEmpty()) {
          problems.add(notFound(FLEET_NOT_FOUND, "PhoneFleet", ref));
          continue;
        }
        FleetsInForce.Read read = attempt(() -> fleets.read(fleet.get(), merged));
        if (read != null) {
          found.add(read.fleet());
          inputs.add(read.input());
        }
      }
      return found;
    }

    private @Nullable Policy policy(CertificateRenewalSpec spec) {
      NameRef ref = spec.policyRef();
      if (ref == null) {
        return Policy.defaults();
      }
      Optional<RenewalPolicy> policy = resources.renewalPolicy(namespace, ref.name());
      if (policy.isEmpty()) {
        problems.add(notFound(POLICY_NOT_FOUND, "RenewalPolicy", ref.name()));
        return null;
      }
      inputs.add(digest("RenewalPolicy", policy.get(), SpecDigest.of(policy.get().getSpec())));
      return attempt(() -> policies.gather(policy.get()));
    }

    /** One that cannot be read is not in force; its own status says why. */
    private List<Approval> approvals() {
      List<Approval> readable = new ArrayList<>();
      for (RenewalApproval approval : resources.renewalApprovals(namespace, name)) {
        readable(approval).ifPresent(readable::add);
      }
      readable.sort(Comparator.comparing(Approval::name));
      return readable;
    }

    private Optional<Approval> readable(RenewalApproval approval) {
      try {
        return Optional.of(approvals.gather(approval));
      } catch (UnresolvedInputException e) {
        return Optional.empty();
      }
    }

    private Problem notFound(String reason, String kind, String missing) {
      return new Problem(
          reason,
          "There is no %s %s%s; create it, or name another one in the renewal."
              .formatted(
                  kind, missing, namespace.isEmpty() ? "" : " in the namespace " + namespace),
          false);
    }

    private <T> @Nullable T attempt(Supplier<T> resolve) {
      try {
        return resolve.get();
      } catch (UnresolvedInputException e) {
        problems.add(e.problem());
        return null;
      }
    }

    private Gathered incomplete(Mode mode, Instant at, @Nullable CertificateChain chain) {
      return new Gathered.Incomplete(name, mode, at, chain, problems, sorted(inputs));
    }
  }

  static InputDigest digest(String kind, HasMetadata resource, String sha256) {
    Long generation = resource.getMetadata().getGeneration();
    return new InputDigest(
        kind, resource.getMetadata().getName(), generation == null ? 0 : generation, sha256);
  }

  private static List<InputDigest> sorted(List<InputDigest> inputs) {
    return inputs.stream()
        .sorted(Comparator.comparing(InputDigest::kind).thenComparing(InputDigest::name))
        .toList();
  }
}
