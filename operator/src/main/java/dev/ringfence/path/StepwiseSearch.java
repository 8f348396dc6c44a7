package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A builder that takes one issuer at each step and never goes back, apart from dropping served
 * certificates if its profile knows alternate chains. First the served part grows, then a part from
 * the trust store is put on top.
 */
final class StepwiseSearch {
  private final PathProfile profile;
  private final TrustStore store;
  private final SearchBudget budget;
  private final IssuerPick pick;

  private final List<Certificate> path = new ArrayList<>();
  private final List<Certificate> pool;
  private int heldFrom;
  private @Nullable Certificate root;

  StepwiseSearch(
      CertificateGraph graph,
      PathProfile profile,
      List<Certificate> served,
      TrustStore store,
      Instant at,
      SearchBudget budget) {
    this.profile = profile;
    this.store = store;
    this.budget = budget;
    this.pick = new IssuerPick(graph, profile, at, budget);
    this.path.add(served.get(0));
    this.pool = new ArrayList<>(served.subList(1, served.size()));
  }

  BuiltPath build(PathJudge judge) {
    growFromServed();
    setRootAside();
    int served = path.size();
    heldFrom = served;
    growFromStore();
    while (!trusted()
        && !distrusted()
        && profile.growth().alternateChains()
        && !profile.growth().storeFirst()) {
      served = alternative(served);
      if (served == 0) {
        break;
      }
      path.subList(served, path.size()).clear();
      heldFrom = served;
      growFromStore();
    }
    if (budget.exhausted()) {
      return end(BuiltPath.Result.BUDGET_EXHAUSTED, PathFailure.budgetExhausted(last(), budget));
    }
    if (!trusted()) {
      return end(BuiltPath.Result.DEAD_END, untrusted());
    }
    var failure = judge.failureOf(new CertificationPath(path, heldFrom, store.trusts(last())));
    boolean ended = failure != null && failure.reason().equals(PathFailure.BUDGET_EXHAUSTED);
    return end(ended ? BuiltPath.Result.BUDGET_EXHAUSTED : BuiltPath.Result.BUILT, failure);
  }

  private Certificate last() {
    return path.get(path.size() - 1);
  }

  private boolean mayGrow() {
    return path.size() <= profile.growth().maximumDepth()
        && !profile.issuers().selfSigned(last())
        && budget.takeNode();
  }

  private void growFromServed() {
    while (mayGrow()) {
      if (profile.growth().storeFirst() && fromStore(last()) != null) {
        return;
      }
      var next = fromServed();
      if (next == null) {
        return;
      }
      path.add(next);
      pool.remove(next);
    }
  }

  private @Nullable Certificate fromServed() {
    boolean nextOnly = profile.growth().followsServedOrder() && !pool.isEmpty();
    return pick.issuer(last(), nextOnly ? pool.subList(0, 1) : pool, path, true);
  }

  /** A root at the end of the served part is no trust; the store is asked for its own. */
  private void setRootAside() {
    if (path.size() > 1 && profile.issuers().selfSigned(last())) {
      root = path.remove(path.size() - 1);
    }
  }

  private void growFromStore() {
    if (path.size() == 1 && ownAnchor()) {
      heldFrom = 0;
    }
    while (!ends() && mayGrow()) {
      var next = fromStore(last());
      if (next == null) {
        return;
      }
      path.add(next);
    }
  }

  /** Whether the store has decided, or the builder is content. */
  private boolean ends() {
    boolean held = heldFrom < path.size();
    return (held && (store.trusts(last()) || store.distrusts(last())))
        || (profile.growth().stopsAtFirstAnchor() && trusted());
  }

  /** Whether the end entity is an anchor itself. */
  private boolean ownAnchor() {
    var endEntity = path.get(0);
    if (profile.growth().acceptsPartialChains()) {
      return store.holds(endEntity);
    }
    var found = fromStore(endEntity);
    return profile.issuers().selfSigned(endEntity) && found != null && found.equals(endEntity);
  }

  private boolean trusted() {
    if (heldFrom == path.size() || store.distrusts(last())) {
      return false;
    }
    return store.trusts(last())
        || profile.growth().acceptsPartialChains()
        || profile.issuers().selfSigned(last());
  }

  private boolean distrusted() {
    return heldFrom < path.size() && store.distrusts(last());
  }

  /**
   * How many served certificates to keep because the store has an issuer for the last of them,
   * fewer than before; 0 if there is none.
   */
  private int alternative(int served) {
    for (int kept = served - 1; kept > 0; kept--) {
      if (fromStore(path.get(kept - 1)) != null) {
        return kept;
      }
    }
    return 0;
  }

  private @Nullable Certificate fromStore(Certificate child) {
    return pick.issuer(child, store.named(child.issuer()), path, false);
  }

  private PathFailure untrusted() {
    if (distrusted()) {
      return DeadEnds.distrusted(last(), store);
    }
    if (profile.growth().saysTooDeep() && path.size() > profile.growth().maximumDepth()) {
      return DeadEnds.tooDeep(last(), profile.growth().maximumDepth());
    }
    var aside = root;
    if (aside != null && profile.issuers().mayIssue(aside, last())) {
      return DeadEnds.untrusted(aside, store);
    }
    return heldFrom < path.size()
        ? DeadEnds.unrooted(last(), store)
        : DeadEnds.untrusted(last(), store);
  }

  private BuiltPath end(BuiltPath.Result result, @Nullable PathFailure failure) {
    return new BuiltPath(profile.name(), result, path, failure);
  }
}
