package dev.ringfence.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** A rule with what is asked of it again and again. */
  private record Active<R extends Rule>(R rule, RuleMetadata metadata, Severity severity) {
    Active<R> with(Map<String, Severity> overrides) {
      return new Active<>(rule, metadata, overrides.getOrDefault(metadata.id(), severity));
    }

    boolean found(List<Finding> findings) {
      for (Finding finding : findings) {
        if (finding.rule().equals(metadata.id())) {
          return true;
        }
      }
      return false;
    }
  }

  /** With the severities that the rules have by themselves. */
  RuleRunner(List<Rule> rules) {
    this(
        active(ChainRule.class, rules),
        active(PathRule.class, rules),
        active(GroupRule.class, rules));
  }

  private RuleRunner(
      List<Active<ChainRule>> ofChains,
      List<Active<PathRule>> ofPaths,
      List<Active<GroupRule>> ofGroups) {
    this.ofChains = ofChains;
    this.ofPaths = ofPaths;
    this.ofGroups = ofGroups;
  }

  private static <R extends Rule> List<Active<R>> active(Class<R> kind, List<Rule> rules) {
    List<Active<R>> active = new ArrayList<>();
    for (Rule rule : rules) {
      if (kind.isInstance(rule)) {
        RuleMetadata metadata = rule.metadata();
        active.add(new Active<>(kind.cast(rule), metadata, metadata.defaultSeverity()));
      }
    }
    return List.copyOf(active);
  }

  /**
   * @param overrides severities by id of a rule
   */
  RuleRunner with(Map<String, Severity> overrides) {
    return overrides.isEmpty()
        ? this
        : new RuleRunner(
            ofChains.stream().map(rule -> rule.with(overrides)).toList(),
            ofPaths.stream().map(rule -> rule.with(overrides)).toList(),
            ofGroups.stream().map(rule -> rule.with(overrides)).toList());
  }

  List<Finding> onChain(ChainSubject chain) {
    return run(ofChains, chain, ChainRule::appliesTo, ChainRule::check);
  }

  List<Finding> onPath(PathSubject path) {
    return run(ofPaths, path, PathRule::appliesTo, PathRule::check);
  }

  /** Those rules on paths that found something: the others are known to be silent. */
  RuleRunner finding(List<Finding> found) {
    List<Active<PathRule>> speaking = new ArrayList<>(1);
    for (Active<PathRule> active : ofPaths) {
      if (active.found(found)) {
        speaking.add(active);
      }
    }
    return new RuleRunner(List.of(), List.copyOf(speaking), List.of());
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
      if (active.severity() == Severity.OFF) {
        continue;
      }
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
