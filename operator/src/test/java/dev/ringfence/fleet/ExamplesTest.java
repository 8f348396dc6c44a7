package dev.ringfence.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The inventories of {@code examples/inventories}, as an administrator would hand them in. */
class ExamplesTest {
  private static final Map<String, Long> REPORT =
      Map.of(
          "6725ip 4.0.7577.4463", 1L,
          "CX3000 4.0.7577.4420", 1L,
          "CX600 4.0.7577.4387", 1L,
          "CX600 4.0.7577.4420", 1L,
          "CX700 4.0.7577.4494 not seen for 90 days", 1L,
          "IP8540 4.0.7577.4444", 1L,
          "Yealink/SIP-T46S 66.86.0.15", 1L,
          "lync-phone-edition 4.0.7577.4387", 1L);

  @Test
  void readsTheInventoryReport() throws IOException {
    var summary = read("ip-phone-inventory-report.csv", InventoryFormat.AUTO);
    assertThat(Inventories.phones(summary)).isEqualTo(REPORT);
    assertThat(summary.rows()).isEqualTo(10);
    assertThat(summary.refusedRows()).isZero();
    assertThat(summary.excluded()).containsExactly(new ExcludedDevices("desktop client", 1));
    assertThat(summary.unknown()).containsExactly(new UnknownDevices("Yealink/SIP-T46S", 1));
    assertThat(summary.observedAt()).isEqualTo(Instant.parse("2026-11-20T17:45:00Z"));
    assertThat(summary.groups())
        .filteredOn(group -> group.model().equals("CX700"))
        .extracting(FleetGroup::lastSeen)
        .containsExactly(Instant.parse("2026-07-14T00:00:00Z"));
    assertThat(summary.groups())
        .filteredOn(group -> group.model().isEmpty())
        .extracting(FleetGroup::platform)
        .containsExactly("lync-phone-edition");
  }

  @Test
  void readsTheAuditLog() throws IOException {
    var summary = read("device-update-audit.log", InventoryFormat.AUTO);
    assertThat(Inventories.phones(summary))
        .isEqualTo(
            Map.of(
                "CX600 4.0.7577.4387", 1L,
                "CX600 4.0.7577.4420", 1L,
                "HP4120 4.0.7577.4444", 1L,
                "lync-phone-edition unknown", 1L));
    assertThat(summary.excluded()).containsExactly(new ExcludedDevices("camera", 1));
    assertThat(summary.unknown()).isEmpty();
  }

  @Test
  void readsUserAgents() throws IOException {
    var summary = read("user-agents.txt", InventoryFormat.AUTO);
    assertThat(Inventories.phones(summary))
        .isEqualTo(
            Map.of(
                "AudioCodes/440HDG 2.2.8.61", 1L,
                "AudioCodes/445HD 3.4.8", 3L,
                "Polycom/VVX_500 5.9.7.47435", 7L,
                "Yealink/SIP-T46S 66.86.0.15", 1L,
                "lync-phone-edition 4.0.7423.1", 2L,
                "lync-phone-edition 4.0.7577.4387", 120L,
                "lync-phone-edition 4.0.7577.4420", 34L));
    assertThat(summary.excluded()).containsExactly(new ExcludedDevices("desktop client", 250));
    assertThat(summary.unknown())
        .extracting(UnknownDevices::name)
        .containsExactly(
            "AudioCodes/440HDG", "AudioCodes/445HD", "Polycom/VVX_500", "Yealink/SIP-T46S");
    assertThat(summary.observedAt()).isNull();
  }

  @Test
  void readsThePlainCsv() throws IOException {
    var summary = read("phones.csv", InventoryFormat.AUTO);
    assertThat(Inventories.phones(summary))
        .isEqualTo(
            Map.of(
                "CX500 4.0.7577.4420 Warehouse Pin", 12L,
                "CX600 4.0.7577.4387 Headquarters, lobby UsbTether", 120L,
                "CX600 4.0.7577.4420 Headquarters Pin", 34L,
                "CX700 4.0.7577.4494 Branch Credentials", 3L,
                "HP4120 4.0.7577.4463 Branch", 1L));
    assertThat(summary.groups().get(1))
        .isEqualTo(
            new FleetGroup(
                "CX600 4.0.7577.4387 Headquarters, lobby UsbTether",
                "lync-phone-edition",
                "CX600",
                "4.0.7577.4387",
                120,
                "Headquarters, lobby",
                SignIn.USB_TETHER,
                GroupKind.IN_USE,
                null,
                false));
  }

  @ParameterizedTest
  @CsvSource({
    "ip-phone-inventory-report.csv,INVENTORY_REPORT",
    "device-update-audit.log,AUDIT_LOG",
    "user-agents.txt,USER_AGENTS",
    "phones.csv,PLAIN"
  })
  void detectsWhatCanAlsoBeForced(String file, InventoryFormat format) throws IOException {
    assertThat(read(file, format)).isEqualTo(read(file, InventoryFormat.AUTO));
  }

  @ParameterizedTest
  @CsvSource({
    "ip-phone-inventory-report.csv,INVENTORY_REPORT",
    "device-update-audit.log,AUDIT_LOG",
    "user-agents.txt,USER_AGENTS",
    "phones.csv,PLAIN"
  })
  void readsEveryFormatFromUtf16WithCrlf(String file, InventoryFormat format) throws IOException {
    var text = new String(Inventories.example(file), StandardCharsets.UTF_8);
    var bytes = ('\uFEFF' + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE);
    assertThat(Inventories.phones(Inventories.read(bytes, InventoryFormat.AUTO)))
        .isEqualTo(Inventories.phones(read(file, format)));
  }

  @ParameterizedTest
  @CsvSource({"ip-phone-inventory-report.csv", "device-update-audit.log", "user-agents.txt"})
  void keepsNoUserAddressOrSerialNumber(String file) throws IOException {
    var personal =
        Pattern.compile(
            "(?i)sip:|@|alice|bob|carol|dave|grace|heidi|192\\.0\\.2|1000000000|5e.?00.?53|5e0053");
    var text = new String(Inventories.example(file), StandardCharsets.UTF_8);
    assertThat(text).containsPattern(personal);
    assertThat(read(file, InventoryFormat.AUTO).toString()).doesNotContainPattern(personal);
  }

  @ParameterizedTest
  @CsvSource({
    "ip-phone-inventory-report.csv,USER_AGENTS",
    "device-update-audit.log,USER_AGENTS",
    "ip-phone-inventory-report.csv,AUDIT_LOG",
    "user-agents.txt,AUDIT_LOG"
  })
  void namesNobodyWhenTheWrongFormatIsForced(String file, InventoryFormat format)
      throws IOException {
    assertThat(read(file, format).toString())
        .doesNotContainPattern("(?i)sip:|@|alice|bob|192\\.0\\.2|5e.?00.?53");
  }

  private static InventorySummary read(String file, InventoryFormat format) throws IOException {
    return Inventories.read(Inventories.example(file), format);
  }
}
