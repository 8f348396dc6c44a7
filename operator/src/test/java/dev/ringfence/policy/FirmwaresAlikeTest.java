package dev.ringfence.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.CertificateWebService;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.gather.CatalogGatherer;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.rules.Rules;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Firmwares that answer alike share the work. Whatever random catalogs say of them, each group is
 * judged and explained among the others exactly as it is alone.
 */
class FirmwaresAlikeTest {
  private static final int CASES = 24;
  private static final int RELEASES = 12;
  private static final Instant EXPIRED = Instant.parse("2025-12-31T23:59:59Z");

  private static final Minted A = TestPki.rootCa().subject("CN=Root A").mint();
  private static final Minted X = TestPki.rootCa().subject("CN=Root X").mint();
  private static final Minted X_BY_A = TestPki.reissue(X, A).mint();
  private static final Minted X_OLD = TestPki.reissueRoot(X).expires(EXPIRED).mint();
  private static final Minted ISSUER = TestPki.intermediateCa(X).mint();
  private static final Minted SERVER = TestPki.endEntity(ISSUER).mint();
  private static final List<Minted> CATALOGUED = List.of(A, X, X_BY_A, X_OLD);

  private static final List<String> MODELS = List.of("", "ONE", "ONE", "TWO", "TWO");

  private static final List<SignIn> SIGN_INS = List.of(SignIn.values());

  private static final List<String> CAPABILITIES =
      List.of(
          "signature.sha256WithRSAEncryption",
          "publicKey.rsa-2048",
          "path.length-3",
          "path.length-4",
          "path.fetchesIntermediates",
          "path.enforcesAnchorExpiry",
          "check.dates",
          "check.serverName",
          "provisioning.activeDirectory.Credentials",
          "provisioning.certificateWebService.Pin");

  private final PolicyEngine engine = new PolicyEngine(Rules.all());

  @Test
  void faresAmongOthersAsItDoesAlone() {
    Set<Outcome> outcomes = new HashSet<>();
    for (int seed = 0; seed < CASES; seed++) {
      var together = draw(new Random(seed));
      var report = engine.evaluate(together);
      assertThat(report.problems()).isEmpty();
      var explained = engine.explain(together, null, null).phones();
      var fleet = together.fleets().get(0);
      for (var group : fleet.groups()) {
        var alone =
            together.judging(
                List.of(
                    new PhoneFleet(
                        fleet.name(), List.of(group), fleet.provisionedTrust(), List.of(), null)));
        var among =
            report.groups().stream().filter(one -> one.group().equals(group)).findFirst().get();
        var expected = engine.evaluate(alone).groups().get(0);
        assertThat(among).as("seed %d, %s", seed, group).isEqualTo(expected);
        assertThat(explained.stream().filter(phones -> phones.group().equals(group.name())))
            .as("seed %d, %s", seed, group)
            .containsExactlyElementsOf(engine.explain(alone, null, null).phones());
        outcomes.add(among.outcome());
      }
    }
    assertThat(outcomes)
        .as("the drawn firmwares fare differently")
        .contains(Outcome.BROKEN, Outcome.UNDETERMINED, Outcome.COMPATIBLE);
  }

  private static Evaluation draw(Random random) {
    var served = new ArrayList<Certificate>(List.of(SERVER.certificate()));
    if (random.nextInt(4) > 0) {
      served.add(ISSUER.certificate());
    }
    if (random.nextInt(3) == 0) {
      served.add(X_BY_A.certificate());
    }
    var gathered =
        new CatalogGatherer().gather(yaml(random).getBytes(StandardCharsets.UTF_8), "drawn");
    assertThat(gathered.defects()).isEmpty();
    var groups = new ArrayList<FleetGroup>();
    for (int i = 0; i < 3 * RELEASES; i++) {
      groups.add(
          new FleetGroup(
              "group-" + i,
              "example-phone",
              MODELS.get(random.nextInt(MODELS.size())),
              "1.0.0." + i % (2 * RELEASES + 1),
              10,
              "",
              SIGN_INS.get(random.nextInt(SIGN_INS.size())),
              GroupKind.IN_USE,
              null,
              random.nextInt(6) == 0));
    }
    return new Evaluation(
        "pool",
        new CertificateChain(served),
        null,
        List.of(random.nextBoolean() ? "pool.example.com" : "other.example.com"),
        List.of(),
        TestPki.NOW,
        List.of(new PhoneFleet("phones", groups, pushed(random), List.of(), null)),
        new FirmwareCatalogs(List.of(gathered.catalog())),
        Policy.defaults(),
        List.of(),
        List.of());
  }

  private static ProvisionedTrust pushed(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new ProvisionedTrust(List.of(X.certificate()), null);
      case 1 ->
          new ProvisionedTrust(
              List.of(),
              new CertificateWebService(
                  List.of(A.certificate()), random.nextBoolean(), List.of(80, 443)));
      default -> ProvisionedTrust.none();
    };
  }

  /** Releases of even builds in the order of their dates; what is said of them is drawn. */
  private static String yaml(Random random) {
    var text =
        new StringBuilder(
            """
            apiVersion: ringfence.dev/v1alpha1
            kind: FirmwareCatalog
            metadata: {name: drawn}
            spec:
              platform: example-phone
              sources: [{id: LAB, title: Own laboratory}]
              families:
              - {name: one, profiles: [rfc5280, served-order], level: Documented, sources: [LAB]}
              models:
              - {id: ONE, family: one, manufacturer: Example, use: desk, level: Documented, sources: [LAB]}
              - {id: TWO, family: one, manufacturer: Example, use: desk, level: Documented, sources: [LAB]}
              certificates:
            """);
    for (var certificate : CATALOGUED) {
      text.append(
              "  - {id: c-%s, origin: test, pem: \"".formatted(certificate.certificate().sha256()))
          .append(
              Minted.pemBlock("CERTIFICATE", certificate.certificate().encoded())
                  .replace("\n", "\\n"))
          .append("\"}\n");
    }
    text.append("  trustStores:\n");
    for (int i = 0; i < 3; i++) {
      var held =
          CATALOGUED.stream()
              .filter(certificate -> random.nextBoolean())
              .map(certificate -> "c-" + certificate.certificate().sha256())
              .collect(Collectors.joining(", "));
      text.append(
          "  - {name: store-%d, complete: %s, certificates: [%s], level: Documented, sources: [LAB]}%n"
              .formatted(i, random.nextBoolean(), held));
    }
    text.append("  capabilities:\n");
    for (var capability : CAPABILITIES) {
      for (int i = random.nextInt(3); i >= 0; i--) {
        int from = random.nextInt(RELEASES);
        text.append(
            "  - {capability: %s, value: %s, level: Documented, sources: [LAB], scope: {from: 1.0.0.%d, to: 1.0.0.%d}}%n"
                .formatted(
                    capability, random.nextInt(4) > 0, 2 * from, 2 * (from + random.nextInt(9))));
      }
    }
    text.append("  releases:\n");
    for (int i = 0; i < RELEASES; i++) {
      text.append(
          "  - {name: r%1$d, version: 1.0.0.%2$d, families: [one], %3$s%4$slevel: Documented, sources: [LAB]}%n"
              .formatted(
                  i,
                  2 * i,
                  random.nextInt(5) == 0 ? "" : "trustStore: store-%d, ".formatted(i % 3),
                  random.nextInt(3) == 0
                      ? "earliest: \"20%1$02d-01-01\", latest: \"20%1$02d-06-30\", "
                          .formatted(12 + i)
                      : ""));
    }
    return text.toString();
  }
}
