package dev.ringfence.path;

import java.util.Set;

/**
 * What the relying party demands of certificate policies (RFC 5280 6.1.1 c, e, f and g).
 *
 * @param acceptable object identifiers, {@link #ANY_POLICY} among them if any will do
 */
public record InitialPolicies(
    Set<String> acceptable,
    boolean explicitPolicy,
    boolean inhibitPolicyMapping,
    boolean inhibitAnyPolicy) {
  public static final String ANY_POLICY = "2.5.29.32.0";

  /** Nothing is demanded; the certificates of a path may still do so. */
  public static final InitialPolicies NONE =
      new InitialPolicies(Set.of(ANY_POLICY), false, false, false);

  public InitialPolicies {
    acceptable = Set.copyOf(acceptable);
  }

  boolean acceptsAny() {
    return acceptable.contains(ANY_POLICY);
  }
}
