package dev.ringfence.policy;

/**
 * One check, named for the violation it finds. A rule returns facts; severities are metadata that
 * the policy may override and only the engine applies.
 */
public sealed interface Rule permits ChainRule, PathRule, GroupRule {
  RuleMetadata metadata();

  /** The class name: also the documentation page, metric label and policy key. */
  default String id() {
    return metadata().id();
  }
}
