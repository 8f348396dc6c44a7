package dev.ringfence.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/**
 * The rules of the architecture for a tree of packages. The root is a parameter, so that each rule
 * can be shown to fail on a tree that breaks it.
 */
public final class ArchitectureRules {
  private static final String BANNED_WORDS =
      "Util|Utils|Helper|Helpers|Common|Misc|Impl|Manager|Processor";

  private final String root;

  public ArchitectureRules(String root) {
    this.root = root;
  }

  /** Rule 1. */
  public ArchRule theDomainKnowsNoCluster() {
    return noClasses()
        .that()
        .resideInAnyPackage(in("pki"), in("path"), in("catalog"), in("fleet"), in("policy"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.fabric8..", "io.javaoperatorsdk..", "io.micrometer..", in("api"));
  }

  /** Rule 2. */
  public ArchRule onlyPkiKnowsBouncyCastle() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("pki"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bouncycastle..");
  }

  /** Rule 3: files, sockets, threads and loggers. */
  public ArchRule evaluationTouchesNothingOutside() {
    return noClasses()
        .that()
        .resideInAnyPackage(in("path"), in("policy"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net..", "java.nio..", "org.slf4j..", "java.util.logging..")
                .and(not(resideInAPackage("java.nio.charset..")))
                .or(nameMatching("java\\.io\\.(File|RandomAccessFile|Console).*"))
                .or(nameMatching("java\\.lang\\.(Thread|Process|ProcessBuilder|System\\$Logger)"))
                .or(assignableTo(Executor.class))
                .or(assignableTo(Future.class))
                .or(assignableTo(Clock.class)));
  }

  /** Rule 3: time arrives as data. */
  public ArchRule evaluationAsksForNoTime() {
    return noClasses()
        .that()
        .resideInAnyPackage(in("path"), in("policy"))
        .should()
        .callMethodWhere(
            target(owner(resideInAPackage("java.time..")))
                .and(target(name("now")))
                .or(
                    target(owner(assignableTo(System.class)))
                        .and(target(nameMatching("(nanoTime|currentTimeMillis)")))));
  }

  /** Rule 4. */
  public ArchRule onlyAppAsksTheProcess() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("app"))
        .should()
        .callMethodWhere(
            target(owner(assignableTo(System.class)))
                .and(target(nameMatching("(getenv|exit)")))
                .or(
                    target(owner(assignableTo(Clock.class)))
                        .and(target(nameMatching("system.*")))));
  }

  /** Rule 5. */
  public ArchRule packagesHaveNoCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /** Rule 7. */
  public ArchRule resourcesAreRecords() {
    return classes()
        .that()
        .resideInAPackage(in("api"))
        .and()
        .arePublic()
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and(not(assignableTo("io.fabric8.kubernetes.client.CustomResource")))
        .should()
        .beRecords();
  }

  /** Rule 8. */
  public ArchRule namesSayWhatThingsAre() {
    return noClasses()
        .should()
        .haveNameMatching(".*(" + BANNED_WORDS + ")(\\$.*)?")
        .orShould()
        .haveNameMatching(
            "(?i)" + root.replace(".", "\\.") + "\\.(.*\\.)?(" + BANNED_WORDS + ")\\..*");
  }

  /** Rule 9. Lombok leaves no trace in class files: the build bans the dependency itself. */
  public ArchRule fieldsAreNotInjected() {
    return noFields()
        .should()
        .beAnnotatedWith(simpleName("Inject", "Autowired", "Resource", "Value"));
  }

  /** Rule 9. */
  public ArchRule nothingScansTheClassPath() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.reflections..", "io.github.classgraph..", "org.springframework.."))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(ClassLoader.class))).and(target(name("getResources"))));
  }

  private String in(String name) {
    return root + "." + name + "..";
  }

  private static DescribedPredicate<JavaAnnotation<?>> simpleName(String... names) {
    return DescribedPredicate.describe(
        "an annotation named " + String.join(", ", names),
        annotation -> {
          JavaClass type = annotation.getRawType();
          return Set.of(names).contains(type.getSimpleName());
        });
  }
}
