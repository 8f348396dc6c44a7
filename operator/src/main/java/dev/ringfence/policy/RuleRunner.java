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
  private final List<Rule> rules;
  private final Map<String, Severity> overrides;

  RuleRunner(List<Rule> rules, Map<String, Severity> overrides) {
    this.rules = List.copyOf(rules);
    this.overrides = Map.copyOf(overrides);
  }

  List<Finding> onChain(ChainSubject chain) {
    return run(ChainRule.class, chain, ChainRule::appliesTo, ChainRule::check);
  }

  List<Finding> onPath(PathSubject path) {
    return run(PathRule.class, path, PathRule::appliesTo, PathRule::check);
  }

  List<Finding> onGroup(GroupSubject group) {
    return run(GroupRule.class, group, GroupRule::appliesTo, GroupRule::check);
  }

  private <R extends Rule, S> List<Finding> run(
      Class<R> kind,
      S subject,
      BiPredicate<R, S> applies,
      BiFunction<R, S, List<Observation>> check) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      if (!kind.isInstance(rule)) {
        continue;
      }
      Severity severity = overrides.getOrDefault(rule.id(), rule.metadata().defaultSeverity());
      if (severity == Severity.OFF) {
        continue;
      }
      for (Observation seen : observe(kind.cast(rule), subject, applies, check)) {
        findings.add(finding(rule.metadata(), severity, seen));
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
