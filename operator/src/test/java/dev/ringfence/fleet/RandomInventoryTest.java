package dev.ringfence.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is handed in is counted, refused by row, or refused as a whole with a sentence. */
class RandomInventoryTest {
  private static final int ROUNDS = 1_000;
  private static final List<String> EXAMPLES =
      List.of(
          "ip-phone-inventory-report.csv",
          "device-update-audit.log",
          "user-agents.txt",
          "phones.csv");
  private static final List<String> PIECES =
      List.of(
          "\"",
          "\"\"",
          ",",
          ";",
          "\t",
          "\n",
          "\r\n",
          "\r",
          "#",
          "\uFEFF",
          "\0",
          "model",
          "firmware",
          "MAC address",
          "User agent",
          "sip:alice@example.com",
          "-1",
          "99999999999999999999",
          "CX600",
          "4.0.7577.4387",
          "CPE/4",
          "OCPhone/",
          "(",
          ")",
          "11/31/2026",
          "é",
          "\ud83d\ude00");

  @ParameterizedTest
  @EnumSource(InventoryFormat.class)
  void neverFailsOtherwise(InventoryFormat format) throws IOException {
    var random = new Random(20261123L + format.name().hashCode());
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      read += isRead(input(random), format) ? 1 : 0;
    }
    assertThat(read).as("inputs that could be read").isBetween(1, ROUNDS - 1);
  }

  private static boolean isRead(byte[] input, InventoryFormat format) {
    try {
      var summary = Inventories.read(input, format);
      assertThat(summary.refusedRows()).isBetween(0L, summary.rows());
      assertThat(summary.refused()).hasSizeLessThanOrEqualTo(InventorySummary.MAX_REFUSED_LISTED);
      assertThat(summary.toString()).doesNotContain("sip:", "@example", "192.0.2.");
      return true;
    } catch (InventoryFormatException e) {
      assertThat(e).hasMessageStartingWith("inventory").hasMessageEndingWith(".");
      assertThat(e.getMessage()).doesNotContain("sip:", "@example", "192.0.2.");
      return false;
    }
  }

  private static byte[] input(Random random) throws IOException {
    if (random.nextInt(4) == 0) {
      var bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      return bytes;
    }
    var example = Inventories.example(EXAMPLES.get(random.nextInt(EXAMPLES.size())));
    var text = new StringBuilder(new String(example, StandardCharsets.UTF_8));
    for (int change = random.nextInt(6); change > 0; change--) {
      int start = random.nextInt(text.length());
      int end = Math.min(text.length(), start + random.nextInt(40));
      text.replace(start, end, PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
