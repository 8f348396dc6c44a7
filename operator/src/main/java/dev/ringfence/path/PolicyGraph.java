package dev.ringfence.path;

import dev.ringfence.pki.PolicyMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The policies that are valid along a path. RFC 9618 makes the tree of RFC 5280 6.1 a graph with
 * one node for a policy at each depth, so that it cannot grow out of bounds.
 */
final class PolicyGraph {
  private static final class Node {
    final String policy;
    final Set<Node> parents = new HashSet<>();
    Set<String> expected;

    Node(String policy, Collection<Node> parents) {
      this.policy = policy;
      this.parents.addAll(parents);
      this.expected = Set.of(policy);
    }

    boolean isAny() {
      return policy.equals(InitialPolicies.ANY_POLICY);
    }
  }

  private final List<Map<String, Node>> levels = new ArrayList<>();

  PolicyGraph() {
    levels.add(level(new Node(InitialPolicies.ANY_POLICY, Set.of())));
  }

  private static Map<String, Node> level(Node... nodes) {
    var level = new TreeMap<String, Node>();
    for (var node : nodes) {
      level.put(node.policy, node);
    }
    return level;
  }

  private Map<String, Node> last() {
    return levels.get(levels.size() - 1);
  }

  /** No policy is valid any more. */
  boolean isEmpty() {
    return last().isEmpty();
  }

  /** The next certificate asserts these (6.1.3 d, e). */
  void assertPolicies(Collection<String> policies, boolean anyPolicyCounts) {
    var above = last();
    var level = level();
    for (var policy : policies) {
      if (policy.equals(InitialPolicies.ANY_POLICY)) {
        continue;
      }
      var parents = expecting(above, policy);
      if (parents.isEmpty() && above.containsKey(InitialPolicies.ANY_POLICY)) {
        parents = List.of(above.get(InitialPolicies.ANY_POLICY));
      }
      if (!parents.isEmpty()) {
        level.put(policy, new Node(policy, parents));
      }
    }
    if (anyPolicyCounts && policies.contains(InitialPolicies.ANY_POLICY)) {
      above.values().stream()
          .flatMap(node -> node.expected.stream())
          .filter(policy -> !level.containsKey(policy))
          .collect(Collectors.toSet())
          .forEach(policy -> level.put(policy, new Node(policy, expecting(above, policy))));
    }
    levels.add(level);
    prune();
  }

  private static List<Node> expecting(Map<String, Node> level, String policy) {
    return level.values().stream().filter(node -> node.expected.contains(policy)).toList();
  }

  /** The certificate maps these for those below it (6.1.4 b). */
  void map(List<PolicyMapping> mappings, boolean allowed) {
    var level = last();
    var any = level.get(InitialPolicies.ANY_POLICY);
    var byIssuer =
        mappings.stream()
            .collect(
                Collectors.groupingBy(
                    PolicyMapping::issuerDomainPolicy,
                    TreeMap::new,
                    Collectors.mapping(PolicyMapping::subjectDomainPolicy, Collectors.toSet())));
    byIssuer.forEach(
        (policy, mapped) -> {
          if (!allowed) {
            level.remove(policy);
          } else if (level.containsKey(policy) || any != null) {
            level.computeIfAbsent(
                        policy, added -> new Node(added, any == null ? Set.of() : any.parents))
                    .expected =
                mapped;
          }
        });
    prune();
  }

  /** Drops nodes without children, from the last level up. */
  private void prune() {
    for (int i = levels.size() - 1; i > 0; i--) {
      var needed = new HashSet<Node>();
      levels.get(i).values().forEach(node -> needed.addAll(node.parents));
      levels.get(i - 1).values().retainAll(needed);
    }
  }

  /** Whether a policy that the relying party accepts is valid at the end (6.1.5 g). */
  boolean intersects(InitialPolicies initial) {
    if (isEmpty()) {
      return false;
    }
    if (initial.acceptsAny() || last().containsKey(InitialPolicies.ANY_POLICY)) {
      return true;
    }
    return levels.stream()
        .flatMap(level -> level.values().stream())
        .filter(node -> !node.isAny() && node.parents.stream().anyMatch(Node::isAny))
        .anyMatch(node -> initial.acceptable().contains(node.policy));
  }
}
