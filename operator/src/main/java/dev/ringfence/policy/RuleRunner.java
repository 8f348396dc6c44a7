package dev.ringfence.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * The life cycle of a rule, once: not applicable, passed, violated, undetermined or errored. An
 * exception becomes {@link RuleFailedException} with the rule's id, never a pass.
 */
final class RuleRunner {
  private final List<Active<ChainRule>> ofChains;
  private final List<Active<PathRule>> ofPaths;
  private final List<Active<GroupRule>> ofGroups;

  /** A rule that is not off, with what is asked of it again and again. */
  private record Active<R extends Rule>(R rule, RuleMetadata metadata, Severity severity) {}

  RuleRunner(List<Rule> rules, Map<String, Severity> overrides) {
    this.ofChains = active(ChainRule.class, rules, overrides);
    this.ofPaths = active(PathRule.class, rules, overrides);
    this.ofGroups = active(GroupRule.class, rules, overrides);
  }

  private static <R extends Rule> List<Active<R>> active(
      Class<R> kind, List<Rule> rules, Map<String, Severity> overrides) {
    List<Active<R>> active = new ArrayList<>();
    for (Rule rule : rules) {
      if (kind.isInstance(rule)) {
        RuleMetadata metadata = rule.metadata();
        Severity severity = overrides.getOrDefault(rule.id(), metadata.defaultSeverity());
        if (severity != Severity.OFF) {
          active.add(new Active<>(kind.cast(rule), metadata, severity));
        }
      }
    }
    return List.copyOf(active);
  }

  List<Finding> onChain(ChainSubject chain) {
    return run(ofChains, chain, ChainRule::appliesTo, ChainRule::check);
  }

  List<Finding> onPath(PathSubject path) {
    return run(ofPaths, path, PathRule::appliesTo, PathRule::check);
  }

  /**
   * As {@link #onPath(PathSubject)} where all other rules are known to find nothing.
   *
   * @param ids of the rules to run
   */
  List<Finding> onPath(PathSubject path, Set<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Active<PathRule>> some = new ArrayList<>(ids.size());
    for (Active<PathRule> active : ofPaths) {
      if (ids.contains(active.metadata().id())) {
        some.add(active);
      }
    }
    return run(some, path, PathRule::appliesTo, PathRule::check);
  }

  List<Finding> onGroup(GroupSubject group) {
    return run(ofGroups, group, GroupRule::appliesTo, GroupRule::check);
  }

  private static <R extends Rule, S> List<Finding> run(
      List<Active<R>> rules,
      S subject,
      BiPredicate<R, S> applies,
      BiFunction<R, S, List<Observation>> check) {
    List<Finding> findings = new ArrayList<>();
    for (Active<R> active : rules) {
      for (Observation seen : observe(active.rule(), subject, applies, check)) {
        findings.add(finding(active.metadata(), active.severity(), seen));
      }
    }
    return findings;
  }

  private static <R extends Rule, S> List<Observation> observe(
      R rule, S subject, BiPredicate<R, S> applies, BiFunction<R, S, List<Observation>> check) {
    try {
      return applies.test(rule, subject) ? check.apply(rule, subject) : List.of();
    } catch (RuntimeException e) {
      throw new RuleFailedException(rule.id(), e);
    }
  }

  private static Finding finding(RuleMetadata metadata, Severity severity, Observation seen) {
    return new Finding(
        metadata.id(),
        severity,
        seen.result(),
        metadata.affects(),
        seen.message(),
        seen.evidence(),
        seen.question());
  }
}
