package dev.ringfence.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LargeInventoryTest {
  private static final int ROWS = 1_000_000;

  @Test
  void countsAMillionRowsOfAMillionPhonesInAHeapOf96Megabytes() throws Exception {
    assertThat(countInSmallHeap(ROWS)).contains("CX600 4.0.7577.4387=1000000");
  }

  @Test
  void memoryGrowsWithPhonesNotWithRows() throws Exception {
    assertThat(countInSmallHeap(1_000)).contains("CX600 4.0.7577.4420=1000");
  }

  /** Run in a Java machine of its own. */
  public static void main(String[] args) throws IOException {
    var report = new GeneratedReport(Integer.parseInt(args[0]), ROWS);
    var summary =
        InventoryReader.read(report, InventoryFormat.AUTO, "report", TestCatalogs.phones());
    System.out.println(Inventories.phones(summary) + " of " + summary.rows());
  }

  private static String countInSmallHeap(int phones) throws IOException, InterruptedException {
    int heap = phones == ROWS ? 96 : 24;
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + heap + "m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LargeInventoryTest.class.getName(),
                    Integer.toString(phones)))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output).contains(" of " + ROWS);
    return output;
  }
}
