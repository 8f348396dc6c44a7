package dev.ringfence.gather;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known name that a mistyped one most likely meant. */
public final class NearestName {
  private NearestName() {}

  /** Empty if no name is near: more than a third of the letters would have to change. */
  public static Optional<String> of(String mistyped, Collection<String> known) {
    String typed = fold(mistyped);
    return known.stream()
        .filter(name -> distance(typed, fold(name)) <= Math.max(1, name.length() / 3))
        .min(
            Comparator.comparingInt((String name) -> distance(typed, fold(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Ends a sentence: {@code Did you mean "X"?} or nothing. */
  public static String question(String mistyped, Collection<String> known) {
    return of(mistyped, known).map(" Did you mean \"%s\"?"::formatted).orElse("");
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
