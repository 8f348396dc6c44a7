package dev.ringfence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The renderings of fixed reports, byte for byte. After an intended change, run with {@code
 * -Dringfence.golden=write} and read the difference.
 */
class ReportGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/report");

  @Test
  void textOfABlockedRenewal() throws IOException {
    expect("blocked.txt", ReportText.render(FixedReport.blocked(), TextLayout.PLAIN));
  }

  @Test
  void textOnANarrowTerminalInColour() throws IOException {
    expect(
        "blocked-narrow.txt", ReportText.render(FixedReport.blocked(), new TextLayout(72, true)));
  }

  @Test
  void markdownOfABlockedRenewal() throws IOException {
    expect("blocked.md", ReportMarkdown.render(FixedReport.blocked()));
  }

  @Test
  void jsonOfABlockedRenewal() throws IOException {
    expect("blocked.json", ReportJson.render(FixedReport.blocked()));
  }

  @Test
  void allFormsOfAHeldRenewal() throws IOException {
    expect("hold.txt", ReportText.render(FixedReport.hold(), TextLayout.PLAIN));
    expect("hold.md", ReportMarkdown.render(FixedReport.hold()));
    expect("hold.json", ReportJson.render(FixedReport.hold()));
  }

  @Test
  void noLineIsWiderThanThePage() {
    for (int width = 60; width <= 140; width += 10) {
      int page = width;
      assertThat(ReportText.render(FixedReport.blocked(), new TextLayout(width, false)).lines())
          .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(page));
    }
  }

  @Test
  void colourIsTheOnlyDifferenceThatATerminalMakes() {
    String plain = ReportText.render(FixedReport.blocked(), new TextLayout(100, false));
    String colour = ReportText.render(FixedReport.blocked(), new TextLayout(100, true));

    assertThat(plain).doesNotContain("\u001B");
    assertThat(colour.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  private static void expect(String file, String rendered) throws IOException {
    if ("write".equals(System.getProperty("ringfence.golden"))) {
      Files.writeString(FOLDER.resolve(file), rendered);
    }
    assertThat(rendered).isEqualTo(Files.readString(FOLDER.resolve(file)));
  }
}
