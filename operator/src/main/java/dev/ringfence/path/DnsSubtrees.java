package dev.ringfence.path;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Many DNS subtrees at once: a name is looked up with each of its endings, as often as it has
 * labels, instead of being compared with each subtree. The same answers as {@link
 * DnsSubtree#contains}.
 */
final class DnsSubtrees {
  private final Set<String> subtrees = new HashSet<>();

  DnsSubtrees(Collection<String> subtrees) {
    for (var subtree : subtrees) {
      this.subtrees.add(subtree.toLowerCase(Locale.ROOT));
    }
  }

  /** Look-ups that the names need at most: two for each label, one for the empty subtree. */
  static long lookUps(List<String> names) {
    long count = 0;
    for (var name : names) {
      count += 2 * (1 + name.chars().filter(letter -> letter == '.').count()) + 1;
    }
    return count;
  }

  boolean contain(String name) {
    if (subtrees.contains("")) {
      return true;
    }
    var ending = name.toLowerCase(Locale.ROOT);
    if (subtrees.contains(ending)) {
      return true;
    }
    for (int dot = ending.indexOf('.'); dot >= 0; dot = ending.indexOf('.', dot + 1)) {
      if (subtrees.contains(ending.substring(dot))
          || subtrees.contains(ending.substring(dot + 1))) {
        return true;
      }
    }
    return false;
  }
}
