package dev.ringfence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.ringfence.architecture.ArchitectureRules;
import dev.ringfence.architecture.Layers;
import dev.ringfence.architecture.RuleShape;
import dev.ringfence.policy.Rule;
import dev.ringfence.policy.rules.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for the product, and fails on a tree of packages that breaks it. */
class ArchitectureTest {
  private static final String ROOT = "dev.ringfence";
  private static final String BROKEN = "dev.ringfence.architecture.broken";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);
  private static final JavaClasses BROKEN_TREE = new ClassFileImporter().importPackages(BROKEN);

  static List<ArchRule> rules() {
    return all(ROOT, Rules.all().stream().map(Rule::id).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theProductKeeps(ArchRule rule) {
    rule.allowEmptyShould(true).check(PRODUCT);
  }

  static Stream<Broken> breaches() {
    ArchitectureRules rules = new ArchitectureRules(BROKEN);
    RuleShape shape =
        new RuleShape(BROKEN, Set.of(), Path.of("docs/rules"), Path.of("src/test/java"));
    return Stream.of(
        new Broken(rules.theDomainKnowsNoCluster(), "KnowsTheCluster"),
        new Broken(rules.onlyPkiKnowsBouncyCastle(), "KnowsBouncyCastle"),
        new Broken(rules.evaluationTouchesNothingOutside(), "ReadsFiles"),
        new Broken(rules.evaluationAsksForNoTime(), "AsksForTheTime"),
        new Broken(rules.onlyAppAsksTheProcess(), "AsksTheProcess"),
        new Broken(rules.packagesHaveNoCycles(), "OneWay"),
        new Broken(shape.rule(), "NotTheShape is not final"),
        new Broken(shape.rule(), "NotTheShape is no Rule"),
        new Broken(shape.rule(), "NotTheShape is not listed in Rules"),
        new Broken(shape.rule(), "NotTheShapeTest.java"),
        new Broken(shape.rule(), "NotTheShape.md"),
        new Broken(rules.resourcesAreRecords(), "MutableSpec"),
        new Broken(rules.namesSayWhatThingsAre(), "ChainUtils"),
        new Broken(rules.namesSayWhatThingsAre(), "helper.Chain"),
        new Broken(rules.fieldsAreNotInjected(), "TakesFromAContainer"),
        new Broken(rules.nothingScansTheClassPath(), "ScansTheClassPath"));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void aBreachIsSeen(Broken broken) {
    assertThat(broken.rule().evaluate(BROKEN_TREE).getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains(broken.named()));
  }

  @Test
  void aLayerThatLooksUpwardsIsSeen() {
    assertThat(new Layers(BROKEN).rules())
        .flatExtracting(rule -> rule.evaluate(BROKEN_TREE).getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains("OneWay").contains("OtherWay"));
  }

  private static List<ArchRule> all(String root, Set<String> listed) {
    ArchitectureRules rules = new ArchitectureRules(root);
    List<ArchRule> nine =
        List.of(
            rules.theDomainKnowsNoCluster(),
            rules.onlyPkiKnowsBouncyCastle(),
            rules.evaluationTouchesNothingOutside(),
            rules.evaluationAsksForNoTime(),
            rules.onlyAppAsksTheProcess(),
            rules.packagesHaveNoCycles(),
            new RuleShape(root, listed, Path.of("docs/rules"), Path.of("src/test/java")).rule(),
            rules.resourcesAreRecords(),
            rules.namesSayWhatThingsAre(),
            rules.fieldsAreNotInjected(),
            rules.nothingScansTheClassPath());
    return Stream.concat(nine.stream(), new Layers(root).rules().stream()).toList();
  }

  /** A rule and what its report on the broken tree names. */
  record Broken(ArchRule rule, String named) {}
}
