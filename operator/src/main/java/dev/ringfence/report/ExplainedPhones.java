package dev.ringfence.report;

import dev.ringfence.policy.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One explanation with all groups that it holds for.
 *
 * @param groups such as {@code lobby of desk-phones}
 */
record ExplainedPhones(Explanation.Phones phones, List<String> groups) {

  /** Groups whose explanations differ in nothing but their names are explained once. */
  static List<ExplainedPhones> of(Explanation explanation) {
    Map<Explanation.Phones, List<String>> merged = new LinkedHashMap<>();
    for (Explanation.Phones phones : explanation.phones()) {
      merged
          .computeIfAbsent(nameless(phones), first -> new ArrayList<>())
          .add("%s of %s".formatted(phones.group(), phones.fleet()));
    }
    return merged.entrySet().stream()
        .map(entry -> new ExplainedPhones(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private static Explanation.Phones nameless(Explanation.Phones phones) {
    return new Explanation.Phones(
        "",
        "",
        phones.firmware(),
        phones.family(),
        phones.outcome(),
        phones.findings(),
        phones.candidates(),
        phones.edges(),
        phones.builtPaths(),
        phones.facts(),
        phones.questions());
  }

  String title() {
    String family = phones.family() == null ? "" : " (family %s)".formatted(phones.family());
    return "%s%s: %s".formatted(phones.firmware(), family, phones.outcome().label());
  }
}
