package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {
  private static final String HEAD =
      "apiVersion: ringfence.dev/v1alpha1\nkind: PhoneFleet\nmetadata: {name: desk}\nspec:\n";

  private final ManifestReader reader = new ManifestReader();

  @Test
  void readsAllDocumentsOfAFileAndPassesOverEmptyOnes() {
    String one = HEAD + "  groups: [{name: a, firmware: 4.0.7577.4387, phones: 2}]\n";

    assertThat(read("---\n" + one + "---\n---\n" + one.replace("desk", "other")))
        .extracting(fleet -> fleet.getMetadata().getName())
        .containsExactly("desk", "other");
  }

  @Test
  void readsJson() {
    assertThat(
            read(
                "{\"apiVersion\":\"ringfence.dev/v1alpha1\",\"kind\":\"PhoneFleet\","
                    + "\"metadata\":{\"name\":\"desk\"},\"spec\":{\"groups\":[]}}"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          groups: [{name: a, firmwear: x, phones: 2}] | fleet.yaml: spec.groups[0].firmwear is unknown, expected one of firmware, kind, lastSeen, model, name, phones, platform, signIn, site, storedChain. Did you mean "firmware"?
          groups: [{name: a, phones: "2"}]            | fleet.yaml: spec.groups[0].phones: expected a whole number without quotes.
          groups: [{name: a, phones: 2.5}]            | fleet.yaml: spec.groups[0].phones: expected a whole number, found "2.5".
          groups: [{name: a, firmware: 4.0}]          | fleet.yaml: spec.groups[0].firmware: expected a text in quotes, found "4.0".
          groups: [{name: a, storedChain: 1}]         | fleet.yaml: spec.groups[0].storedChain: expected true or false, found "1".
          groups: {name: a}                           | fleet.yaml: spec.groups: expected a list.
          groups: [lobby]                             | fleet.yaml: spec.groups[0]: expected fields.
          """)
  void saysWhereAndWhatIsWrong(String spec, String sentence) {
    assertThatThrownBy(() -> read(HEAD + "  " + spec + "\n"))
        .isInstanceOf(UnresolvedInputException.class)
        .hasMessage(sentence);
  }

  @Test
  void quotesAFileShortAndWithoutCharactersThatActOnATerminal() {
    assertThatThrownBy(() -> read(HEAD + "  \"\\e[2J\": 1\n"))
        .hasMessageStartingWith("fleet.yaml: spec.?[2J is unknown, expected one of");
    assertThatThrownBy(
            () -> read(HEAD + "  groups: [{name: \"a\", phones: " + "9".repeat(500) + "}]"))
        .isInstanceOf(UnresolvedInputException.class)
        .message()
        .hasSizeLessThan(300);
    assertThatThrownBy(() -> read(HEAD + "  groups: \u001b\n"))
        .isInstanceOf(UnresolvedInputException.class)
        .message()
        .startsWith("fleet.yaml: this is no YAML or JSON: ")
        .doesNotContainPattern("\\p{C}");
  }

  @Test
  void refusesAFieldGivenTwice() {
    assertThatThrownBy(() -> read(HEAD + "  groups: []\n  groups: []\n"))
        .isInstanceOf(UnresolvedInputException.class)
        .hasMessageContaining("Duplicate field 'groups'");
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThatThrownBy(() -> read("model,firmware\nCX600,{4.0\n"))
        .isInstanceOf(UnresolvedInputException.class)
        .hasMessageStartingWith("fleet.yaml: ");
  }

  @Test
  void refusesAnotherKind() {
    assertThatThrownBy(
            () ->
                reader.readOne(
                    (HEAD + "  groups: []\n").getBytes(StandardCharsets.UTF_8),
                    "policy.yaml",
                    RenewalPolicy.class))
        .hasMessage(
            "policy.yaml: expected apiVersion ringfence.dev/v1alpha1, kind RenewalPolicy, found"
                + " ringfence.dev/v1alpha1, kind PhoneFleet.");
  }

  @Test
  void refusesAResourceWithoutName() {
    assertThatThrownBy(() -> read(HEAD.replace("{name: desk}", "{}") + "  groups: []\n"))
        .hasMessage("fleet.yaml: metadata.name is missing, expected a name.");
  }

  @Test
  void refusesTwoWhereOneIsExpected() {
    String one = HEAD + "  groups: []\n";
    assertThatThrownBy(
            () ->
                reader.readOne(
                    (one + "---\n" + one).getBytes(StandardCharsets.UTF_8),
                    "fleet.yaml",
                    PhoneFleet.class))
        .hasMessage("fleet.yaml: expected one PhoneFleet, found 2.");
    assertThatThrownBy(() -> reader.readOne(new byte[0], "fleet.yaml", PhoneFleet.class))
        .hasMessage("fleet.yaml: expected one PhoneFleet, found 0.");
  }

  @Test
  void aliasesDoNotMultiply() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
    }
    assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(UnresolvedInputException.class);
  }

  private List<PhoneFleet> read(String text) {
    return reader.readAll(text.getBytes(StandardCharsets.UTF_8), "fleet.yaml", PhoneFleet.class);
  }
}
