package dev.ringfence.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IpRangeTest {

  @ParameterizedTest
  @CsvSource({
    "c0000200, ffffff00, c00002ff, true",
    "c0000200, ffffff00, c0000300, false",
    "c00002ff, ffffff00, c0000201, true",
    "00000000, 00000000, 01020304, true",
    "c0000201, ffffffff, c0000201, true",
    "c0000200, ffffff00, 20010db8000000000000000000000001, false",
    "20010db8000000000000000000000000, ffffffff000000000000000000000000,"
        + " 20010db8000000000000000000000001, true",
  })
  void containsWhatTheMaskLeavesOpen(String address, String mask, String other, boolean within) {
    assertThat(new IpRange(address, mask).contains(other)).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({
    "00000000, true",
    "ffffffff, true",
    "fffe0000, true",
    "80000000, true",
    "ff00ff00, false",
    "00ffffff, false",
    "7fffffff, false",
    "ffffffff0000000000000000000000ff, false",
    "ffffffff000000000000000000000000, true",
  })
  void knowsMasksThatAreNoPrefix(String mask, boolean contiguous) {
    assertThat(new IpRange("0".repeat(mask.length()), mask).contiguousMask()).isEqualTo(contiguous);
  }

  @Test
  void isOfOneAddressFamily() {
    assertThatThrownBy(() -> new IpRange("c0000200", "ffff"))
        .hasMessage(
            "an IP range has an address of 8 and a mask of 4 hexadecimal digits, expected 8 or 32"
                + " each");
  }
}
