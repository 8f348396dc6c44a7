package dev.ringfence.fleet;

import static dev.ringfence.fleet.Inventories.lync;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetCountTest {
  private static final String HEADER = "Hardware version,MAC address,User agent,Last activity\n";

  @Test
  void oneAddressIsOnePhoneWithItsNewestRow() {
    assertThat(
            count(
                row("POLYCOM/CX600", 1, "4.0.7577.4387", "2026-11-01"),
                row("POLYCOM/CX600", 1, "4.0.7577.4420", "2026-11-03"),
                row("POLYCOM/CX600", 1, "4.0.7577.4066", "2026-11-02")))
        .isEqualTo(Map.of("CX600 4.0.7577.4420", 1L));
  }

  @Test
  void ofRowsAtOneTimeTheLaterCounts() {
    assertThat(
            count(
                row("POLYCOM/CX600", 1, "4.0.7577.4387", "2026-11-01"),
                row("POLYCOM/CX600", 1, "4.0.7577.4420", "2026-11-01")))
        .isEqualTo(Map.of("CX600 4.0.7577.4420", 1L));
  }

  @Test
  void anAddressKeepsTheModelThatItsNewestRowDoesNotName() {
    assertThat(
            count(
                row("POLYCOM/CX600", 1, "4.0.7577.4387", "2026-11-01"),
                row("Microsoft/CPE", 1, "4.0.7577.4420", "2026-11-03")))
        .isEqualTo(Map.of("CX600 4.0.7577.4420", 1L));
    assertThat(
            count(
                row("Microsoft/CPE", 1, "4.0.7577.4420", "2026-11-03"),
                row("POLYCOM/CX600", 1, "4.0.7577.4387", "2026-11-01")))
        .isEqualTo(Map.of("CX600 4.0.7577.4420", 1L));
  }

  @Test
  void rowsWithoutTimeThatAgreeAreOnePhone() {
    assertThat(
            count(
                row("Microsoft/CPE", 1, "4.0.7577.4420", ""),
                row("POLYCOM/CX600", 1, "4.0.7577.4420", "2026-11-03"),
                row("POLYCOM/CX600", 1, "4.0.7577.4420", "sometime")))
        .isEqualTo(Map.of("CX600 4.0.7577.4420", 1L));
  }

  @Test
  void aRowWithoutTimeThatDisagreesIsRefused() {
    var summary =
        read(
            row("POLYCOM/CX600", 1, "4.0.7577.4387", "2026-11-03"),
            row("POLYCOM/CX600", 1, "4.0.7577.4420", ""));
    assertThat(Inventories.phones(summary)).isEqualTo(Map.of("CX600 4.0.7577.4387", 1L));
    assertThat(summary.refusedRows()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "00-00-00-00-00-00", "FF-FF-FF-FF-FF-FF"})
  void rowsWithoutAddressAreOnePhoneEach(String address) {
    var row = "POLYCOM/CX600,%s,%s,2026-11-03%n".formatted(address, lync("4.0.7577.4387"));
    assertThat(count(row, row, row)).isEqualTo(Map.of("CX600 4.0.7577.4387", 3L));
  }

  @Test
  void aDeviceThatIsNoPhoneIsCountedApart() {
    var client = "%s,00-00-5E-00-53-01,UCCAPI/15.0 OC/15.0,2026-11-03%n";
    var summary = read(client.formatted(""), client.formatted(""));
    assertThat(summary.groups()).isEmpty();
    assertThat(summary.excluded()).containsExactly(new ExcludedDevices("desktop client", 1));
  }

  @Test
  void splitsAGroupByWhenItsPhonesWereLastSeen() {
    var summary =
        read(
            row("POLYCOM/CX600", 1, "4.0.7577.4387", "2026-11-30 09:00"),
            row("POLYCOM/CX600", 2, "4.0.7577.4387", "2026-10-31 09:00"),
            row("POLYCOM/CX600", 3, "4.0.7577.4387", "2026-10-31 08:59"),
            row("POLYCOM/CX600", 4, "4.0.7577.4387", "2026-09-15"),
            row("POLYCOM/CX600", 5, "4.0.7577.4387", "2026-08-01"),
            row("POLYCOM/CX600", 6, "4.0.7577.4387", "2025-08-01"),
            row("POLYCOM/CX600", 7, "4.0.7577.4387", ""));
    assertThat(summary.groups())
        .extracting(FleetGroup::name, FleetGroup::phones, FleetGroup::lastSeen)
        .containsExactly(
            tuple("CX600 4.0.7577.4387", 2, "2026-10-31"),
            tuple("CX600 4.0.7577.4387 last seen unknown", 1, null),
            tuple("CX600 4.0.7577.4387 not seen for 30 days", 1, "2026-10-31"),
            tuple("CX600 4.0.7577.4387 not seen for 60 days", 1, "2026-09-15"),
            tuple("CX600 4.0.7577.4387 not seen for 90 days", 2, "2025-08-01"));
  }

  @Test
  void rowsWithoutAddressCountWithTheOldestOfThem() {
    var row = "POLYCOM/CX600,,%s,%s%n";
    var summary =
        read(
            row.formatted(lync("4.0.7577.4387"), "2026-11-30"),
            row.formatted(lync("4.0.7577.4387"), "2026-08-01"),
            row.formatted(lync("4.0.7577.4387"), ""));
    assertThat(summary.groups())
        .extracting(FleetGroup::name, FleetGroup::phones, FleetGroup::lastSeen)
        .containsExactly(
            tuple("CX600 4.0.7577.4387 last seen unknown", 1, null),
            tuple("CX600 4.0.7577.4387 not seen for 90 days", 2, "2026-08-01"));
  }

  @Test
  void countsAPhoneThatSeveralFilesNameOnce() throws IOException {
    var reader = new InventoryReader(TestCatalogs.phones());
    add(reader, HEADER + row("Microsoft/CPE", 0x5301, "4.0.7577.4387", "2026-11-03"), "report");
    add(
        reader,
        "2026-11-04 06:00;192.0.2.1;UCPhone;00:00:5e:00:53:01;1;Polycom;CX600;A;ENU;"
            + "CPE.nbt;4.0.7577.4420;t;;\n",
        "log");
    var summary = reader.summary();
    assertThat(Inventories.phones(summary)).isEqualTo(Map.of("CX600 4.0.7577.4420", 1L));
    assertThat(summary.rows()).isEqualTo(2);
    assertThat(summary.notes())
        .satisfiesExactly(
            first ->
                assertThat(first).startsWith("report was read as an IP Phone Inventory Report"),
            second -> assertThat(second).startsWith("log was read as a device update audit log"));
  }

  @Test
  void phonesWithAndWithoutAddressTogetherStayWithinTheLimitOfAGroup() throws IOException {
    var reader = new InventoryReader(TestCatalogs.phones());
    add(reader, "model,firmware,phones\nCX600,4.0.7577.4387,9999999\n", "plain");
    add(
        reader,
        HEADER
            + row("POLYCOM/CX600", 1, "4.0.7577.4387", "2026-11-03")
            + row("POLYCOM/CX600", 2, "4.0.7577.4387", "2026-11-03"),
        "report");
    assertThat(reader.summary().phones()).isEqualTo(10_000_000);
    assertThat(reader.summary().refused())
        .extracting(RefusedRow::sentence)
        .containsExactly(
            "report, line 3: with its address a group may have more than 10000000 phones, which is"
                + " the limit.");
  }

  @Test
  void doesNotSplitWhereThatWouldMakeTooManyGroups() {
    var rows = new StringBuilder();
    for (int build = 0; build < 1_500; build++) {
      for (var day : new String[] {"2026-11-30", "2026-08-01"}) {
        rows.append("POLYCOM/CX600,,%s,%s%n".formatted(lync("4.0.7577." + build), day));
        rows.append(
            row(
                "POLYCOM/CX600",
                build * 2 + (day.endsWith("30") ? 1 : 2),
                "4.0.7577." + build,
                day));
      }
    }
    var summary = read(rows.toString());
    assertThat(summary.groups()).hasSize(1_500);
    assertThat(summary.phones()).isEqualTo(6_000);
    assertThat(summary.groups())
        .allMatch(group -> Instant.parse("2026-08-01T00:00:00Z").equals(group.lastSeen()));
    assertThat(summary.notes()).anyMatch(note -> note.contains("not split by when"));
  }

  private static Tuple tuple(String name, long phones, @Nullable String day) {
    return Tuple.tuple(name, phones, day == null ? null : Instant.parse(day + "T00:00:00Z"));
  }

  private static String row(String hardware, int phone, String version, String activity) {
    var address = "00005E%06X".formatted(phone);
    return "%s,%s,%s,%s%n".formatted(hardware, address, lync(version), activity);
  }

  private static Map<String, Long> count(String... rows) {
    return Inventories.phones(read(rows));
  }

  private static InventorySummary read(String... rows) {
    return Inventories.read(HEADER + String.join("", rows));
  }

  private static void add(InventoryReader reader, String text, String source) throws IOException {
    reader.add(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        InventoryFormat.AUTO,
        source);
  }
}
