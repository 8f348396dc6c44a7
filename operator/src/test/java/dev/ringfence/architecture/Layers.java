package dev.ringfence.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which package may use which. {@code app} may use all of them, and nothing uses {@code app}. */
public record Layers(String root) {
  private static final List<String> DOMAIN = List.of("policy", "catalog", "fleet", "path", "pki");

  private static final Map<String, List<String>> ALLOWED = allowed();

  private static Map<String, List<String>> allowed() {
    Map<String, List<String>> allowed = new LinkedHashMap<>();
    allowed.put("pki", List.of());
    allowed.put("path", List.of("pki"));
    allowed.put("cases", List.of("path", "pki"));
    allowed.put("catalog", List.of("path", "pki"));
    allowed.put("fleet", List.of("catalog", "path", "pki"));
    allowed.put("policy", DOMAIN);
    allowed.put("api", List.of());
    allowed.put("gather", with(DOMAIN, "api"));
    allowed.put("report", DOMAIN);
    allowed.put("metrics", DOMAIN);
    allowed.put("cli", with(DOMAIN, "gather", "report", "cases"));
    allowed.put("controller", with(DOMAIN, "gather", "report", "api", "metrics"));
    allowed.put("demo", with(DOMAIN, "controller", "api"));
    return allowed;
  }

  public List<ArchRule> rules() {
    return ALLOWED.entrySet().stream()
        .map(layer -> onlyUses(layer.getKey(), layer.getValue()))
        .toList();
  }

  private ArchRule onlyUses(String layer, List<String> used) {
    String[] open =
        Stream.concat(Stream.of(layer), used.stream())
            .map(name -> root + "." + name + "..")
            .toArray(String[]::new);
    DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> closed =
        resideInAPackage(root + "..").and(DescribedPredicate.not(resideInAnyPackage(open)));
    return noClasses()
        .that()
        .resideInAPackage(root + "." + layer + "..")
        .should()
        .dependOnClassesThat(closed.as("packages of the project other than " + used))
        .allowEmptyShould(true);
  }

  private static List<String> with(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }
}
