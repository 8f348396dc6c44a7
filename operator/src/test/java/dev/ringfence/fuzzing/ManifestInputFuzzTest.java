package dev.ringfence.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.gather.ManifestReader;
import dev.ringfence.gather.UnresolvedInputException;
import dev.ringfence.testing.AllocationLimit;
import java.util.List;
import java.util.Optional;

/** Resources in files, for which the phone fleet stands. */
class ManifestInputFuzzTest {
  private static final AllocationLimit LIMIT = WorkLimit.of(2 << 20, 2_000);

  private final ManifestReader reader = new ManifestReader();

  @FuzzTest(maxDuration = "5m")
  void fleets(byte[] input) {
    LIMIT.hold(input.length, () -> read(input));
    Optional<List<PhoneFleet>> found = read(input);
    assertThat(read(input).map(ManifestInputFuzzTest::specs))
        .isEqualTo(found.map(ManifestInputFuzzTest::specs));
  }

  private static List<Object> specs(List<PhoneFleet> fleets) {
    return fleets.stream().<Object>map(fleet -> Optional.ofNullable(fleet.getSpec())).toList();
  }

  private Optional<List<PhoneFleet>> read(byte[] input) {
    try {
      return Optional.of(reader.readAll(input, "input", PhoneFleet.class));
    } catch (UnresolvedInputException e) {
      assertThat(e.problem().message()).startsWith("input");
      Sentences.check(e.problem().message());
      return Optional.empty();
    }
  }
}
