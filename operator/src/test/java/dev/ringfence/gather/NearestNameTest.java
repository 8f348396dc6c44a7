package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> NAMES =
      List.of("TrustAnchorExpired", "TrustAnchorMissing", "WildcardName");

  @Test
  void findsAMistypedName() {
    assertThat(NearestName.of("TrustAnchroMissing", NAMES)).contains("TrustAnchorMissing");
    assertThat(NearestName.of("trust-anchor-expired", NAMES)).contains("TrustAnchorExpired");
    assertThat(NearestName.of("wildcard", NAMES)).contains("WildcardName");
  }

  @Test
  void suggestsNothingForAnUnrelatedName() {
    assertThat(NearestName.of("SomethingElse", NAMES)).isEmpty();
    assertThat(NearestName.question("SomethingElse", NAMES)).isEmpty();
  }

  @Test
  void endsASentenceWithAQuestion() {
    assertThat(NearestName.question("WildcardNames", NAMES))
        .isEqualTo(" Did you mean \"WildcardName\"?");
  }
}
