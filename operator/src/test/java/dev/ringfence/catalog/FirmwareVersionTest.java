package dev.ringfence.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirmwareVersionTest {
  @Test
  void numbersAreComparedAsNumbers() {
    assertThat(
            Stream.of("4.0.7577.4420", "4.0.7577.987", "4.0.17.1", "3.5.6907.187", "10.0.0.0")
                .map(text -> FirmwareVersion.parse(text).orElseThrow())
                .sorted()
                .map(FirmwareVersion::toString))
        .containsExactly("3.5.6907.187", "4.0.17.1", "4.0.7577.987", "4.0.7577.4420", "10.0.0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4",
        "4.0.7577",
        "4.0.7577.4387.1",
        "4.0.7577.",
        "4.0..1",
        "v4.0.7577.4387",
        "4.0.7577.4387 ",
        "4.0.7577.-1",
        "4.0.7577.1234567890",
        "4.0.7577.*",
        "\u0664.0.1.1",
      })
  void anythingButFourNumbersIsNoVersion(String text) {
    assertThat(FirmwareVersion.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.522.*, 1.0.522.0, true",
    "1.0.522.*, 1.0.522.999999999, true",
    "1.0.522.*, 1.0.523.0, false",
    "4.0.7577.4387, 4.0.7577.4387, true",
    "4.0.7577.4387, 4.0.7577.4388, false",
  })
  void aReleaseCoversItsBuildOrItsLine(String release, String version, boolean expected) {
    var parsed = ReleaseVersion.parse(release).orElseThrow();

    assertThat(parsed.covers(FirmwareVersion.parse(version).orElseThrow())).isEqualTo(expected);
    assertThat(parsed).hasToString(release);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0.*.*", "1.0.522.*.*", "*", ".*", "1.0.522.1*"})
  void onlyTheLastNumberMayBeOpen(String text) {
    assertThat(ReleaseVersion.parse(text)).isEmpty();
  }

  @Test
  void aRangeThatIsNoLineIsNoRelease() {
    assertThatThrownBy(
            () ->
                new ReleaseVersion(
                    new FirmwareVersion(4, 0, 7577, 1), new FirmwareVersion(4, 0, 7577, 9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected one version or a whole line");
    assertThatThrownBy(() -> new FirmwareVersion(-1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a number of a firmware version is -1, expected 0 to 999999999");
    assertThatThrownBy(
            () ->
                new Scope(
                    null, null, new FirmwareVersion(2, 0, 0, 0), new FirmwareVersion(1, 0, 0, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected an end that is not below the start");
  }
}
