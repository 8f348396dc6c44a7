package dev.ringfence.gather;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the pack says of itself; {@link LyncPhoneEditionReferenceTest} compares it with the data.
 */
final class LyncPhoneEditionPackTest {
  private static PackFile pack;

  @BeforeAll
  static void readThePack() throws IOException {
    pack = PackFile.read("lync-phone-edition");
  }

  @Test
  void everyStatementHasALevelAndSourcesThatAreListed() {
    var listed =
        new HashSet<>(pack.list("sources").stream().map(s -> s.get("id").textValue()).toList());
    var levels = Set.of("Documented", "FieldReported", "Inferred", "Recollected");
    pack.forEachStatement(
        statement -> {
          // An entry of a trust store may leave level and sources to its store.
          if (!statement.has("present")) {
            assertThat(levels).contains(statement.get("level").textValue());
            assertThat(PackFile.texts(statement, "sources")).as("%s", statement).isNotEmpty();
          }
          assertThat(listed).as("%s", statement).containsAll(PackFile.texts(statement, "sources"));
        });
    for (var field :
        List.of(
            "families",
            "models",
            "capabilities",
            "releases",
            "upgrades",
            "notPhones",
            "trustStores")) {
      assertThat(pack.list(field)).as(field).isNotEmpty().allMatch(entry -> entry.has("level"));
    }
  }

  @Test
  void everySourceIsUsed() {
    var used = new HashSet<String>();
    pack.forEachStatement(statement -> used.addAll(PackFile.texts(statement, "sources")));
    assertThat(pack.list("sources"))
        .extracting(source -> source.get("id").textValue())
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void everyCertificateNamesThePackageItWasTakenFrom() {
    assertThat(pack.list("certificates"))
        .allMatch(entry -> entry.path("origin").asText().matches("PyPI \\S+ [0-9.]+, \\S+"));
    assertThat(pack.sha256s()).hasSize(59).doesNotHaveDuplicates();
  }

  @Test
  void ambiguousSpellingsAreNoAliases() {
    var spellings = new ArrayList<String>();
    for (var model : pack.list("models")) {
      spellings.add(model.get("id").textValue().toLowerCase(Locale.ROOT));
      PackFile.texts(model, "aliases")
          .forEach(alias -> spellings.add(alias.toLowerCase(Locale.ROOT)));
    }
    assertThat(spellings)
        .doesNotHaveDuplicates()
        .contains(
            "polycom/cx700",
            "polycom/cx600",
            "lg-nortel/ip8540",
            "aastra/6725ip",
            "aastra/6721ip",
            "mitel 6725")
        .doesNotContain("polycom/c", "microsoft/cpe", "microsoft/cpe_a", "lg-nortel/ip");
  }

  @Test
  void countsOfMembershipAreThoseOfTheRebuiltLists() {
    assertThat(membership("legacy"))
        .hasToString(
            "{false FieldReported=2, false Inferred=5, null=35, true FieldReported=1, true Inferred=14, true Recollected=1}");
    assertThat(membership("cu10")).hasToString("{false Inferred=6, null=52}");
    assertThat(membership("cu11plus")).hasToString("{null=56, true Inferred=2}");
  }

  @Test
  void noStoreClaimsToBeComplete() {
    assertThat(pack.list("trustStores"))
        .hasSize(3)
        .noneMatch(store -> store.get("complete").booleanValue());
  }

  @Test
  void absenceByDateIsStatedOnlyOfCertificatesIssuedAfterTheReleases() {
    for (var store : List.of("legacy", "cu10")) {
      var latest =
          pack.list("releases").stream()
              .filter(release -> release.get("trustStore").textValue().equals(store))
              .map(release -> release.path("latest").asText(""))
              .max(String::compareTo)
              .orElseThrow();
      for (var entry : pack.trustStore(store).get("entries")) {
        if (PackFile.texts(entry, "sources").contains("DATES")) {
          var issued =
              requireNonNull(pack.certificates().get(entry.get("certificate").textValue()))
                  .validity()
                  .notBefore();
          assertThat(entry.get("present").booleanValue()).isFalse();
          assertThat(issued.toString()).isGreaterThan(latest);
        }
      }
    }
  }

  private static Map<String, Integer> membership(String name) {
    var counts = new TreeMap<String, Integer>();
    var store = pack.trustStore(name);
    for (var entry : store.get("entries")) {
      counts.merge(describe(entry, store), 1, Integer::sum);
    }
    return counts;
  }

  private static String describe(JsonNode entry, JsonNode store) {
    var present = entry.get("present");
    return present.isNull()
        ? "null"
        : present.asText() + " " + (entry.has("level") ? entry : store).get("level").textValue();
  }
}
