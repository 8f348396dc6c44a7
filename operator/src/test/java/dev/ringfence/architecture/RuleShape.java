package dev.ringfence.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Rule 6: what every class in {@code policy.rules} has.
 *
 * @param root of the packages
 * @param listed names of the classes in the list of rules
 * @param pages folder of the documentation pages
 * @param tests root folder of the test sources
 */
public record RuleShape(String root, Set<String> listed, Path pages, Path tests) {
  public RuleShape {
    listed = Set.copyOf(listed);
  }

  public ArchRule rule() {
    return classes()
        .that()
        .resideInAPackage(root + ".policy.rules..")
        .and()
        .areTopLevelClasses()
        .and()
        .haveSimpleNameNotEndingWith("package-info")
        .and()
        .doNotHaveSimpleName("Rules")
        .should(haveTheShape());
  }

  private ArchCondition<JavaClass> haveTheShape() {
    return new ArchCondition<>(
        "be final, implement the contract, be listed, tested and documented") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String test = type.getName().replace('.', '/') + "Test.java";
        demand(type, type.getModifiers().contains(JavaModifier.FINAL), "is not final", events);
        demand(type, type.isAssignableTo(root + ".policy.Rule"), "is no Rule", events);
        demand(type, listed.contains(type.getSimpleName()), "is not listed in Rules", events);
        demand(type, Files.exists(tests.resolve(test)), "has no " + test, events);
        Path page = pages.resolve(type.getSimpleName() + ".md");
        demand(type, Files.exists(page), "has no page " + page, events);
      }
    };
  }

  private static void demand(
      JavaClass type, boolean holds, String otherwise, ConditionEvents events) {
    events.add(new SimpleConditionEvent(type, holds, type.getName() + " " + otherwise));
  }
}
