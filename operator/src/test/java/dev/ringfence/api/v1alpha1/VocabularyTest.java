package dev.ringfence.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.InventoryFormat;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.policy.Gate;
import dev.ringfence.policy.Mode;
import dev.ringfence.policy.Severity;
import dev.ringfence.policy.Undetermined;
import dev.ringfence.policy.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the schemas are the words of the domain. */
class VocabularyTest {
  @Test
  void policiesSpeakTheWordsOfTheEngine() throws IOException {
    assertThat(words("renewalpolicies", "spec/mode")).isEqualTo(labels(Mode.values(), Mode::label));
    assertThat(words("renewalpolicies", "spec/undetermined"))
        .isEqualTo(labels(Undetermined.values(), Undetermined::label));
    assertThat(words("renewalpolicies", "spec/minimumEvidence"))
        .isEqualTo(labels(EvidenceLevel.values(), EvidenceLevel::label));
    assertThat(Patterns.SEVERITY)
        .isEqualTo(
            "^(%s)$"
                .formatted(
                    String.join("|", Stream.of(Severity.values()).map(Severity::label).toList())));
  }

  @Test
  void statusesSpeakTheWordsOfTheEngine() throws IOException {
    assertThat(words("certificaterenewals", "status/verdict"))
        .isEqualTo(labels(Verdict.values(), Verdict::label));
    assertThat(words("certificaterenewals", "status/gate"))
        .isEqualTo(labels(Gate.values(), Gate::label));
  }

  @Test
  void fleetsSpeakTheWordsOfTheReaders() throws IOException {
    List<String> signIns = new ArrayList<>(labels(SignIn.values(), SignIn::label));
    // Undeclared is written by writing nothing.
    signIns.remove(SignIn.UNDECLARED.label());
    assertThat(words("phonefleets", "spec/groups/items/signIn")).isEqualTo(signIns);
    assertThat(words("phonefleets", "spec/groups/items/kind"))
        .isEqualTo(labels(GroupKind.values(), GroupKind::label));
    assertThat(words("phonefleets", "spec/inventory/format"))
        .isEqualTo(labels(InventoryFormat.values(), InventoryFormat::label));
  }

  private static List<String> words(String crd, String field) throws IOException {
    String text = Objects.requireNonNull(CrdFiles.generate().get(crd + ".yaml"));
    JsonNode schema =
        new ObjectMapper(new YAMLFactory())
            .readTree(text)
            .at("/spec/versions/0/schema/openAPIV3Schema");
    for (String step : field.split("/", -1)) {
      schema = step.equals("items") ? schema.path(step) : schema.path("properties").path(step);
    }
    List<String> words = new ArrayList<>();
    schema.path("enum").forEach(word -> words.add(word.asText()));
    return words;
  }

  private static <E> List<String> labels(E[] constants, Function<E, String> label) {
    return Stream.of(constants).map(label).sorted().toList();
  }
}
