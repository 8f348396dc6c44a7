package dev.ringfence.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"00-00-5E-00-53-AC", "00:00:5e:00:53:ac", "00005E0053AC", "0000.5e00.53ac"})
  void readsEverySpelling(String text) {
    assertThat(MacAddress.parse(text)).hasValue(0x00005e0053acL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-00-5E-00-53",
        "00-00-5E-00-53-AC-01",
        "00005E0053A",
        "00-00-5E-00-53-AG",
        "unknown",
        "00-00-00-00-00-00",
        "ff:ff:ff:ff:ff:ff"
      })
  void takesNeitherOtherTextNorPlaceholders(String text) {
    assertThat(MacAddress.parse(text)).isEmpty();
  }
}
