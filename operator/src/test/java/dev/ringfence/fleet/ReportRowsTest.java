package dev.ringfence.fleet;

import static dev.ringfence.fleet.Inventories.lync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportRowsTest {
  private static final String HEADER =
      "Manufacturer,Hardware version,MAC address,User agent,Last logon time,Last activity\n";
  private static final String PHONE = "00-00-5E-00-53-01";

  @ParameterizedTest
  @CsvSource({
    "POLYCOM,CX600,CX600",
    "polycom,cx600,CX600",
    "'',POLYCOM/CX600,CX600",
    "HP,4120,HP4120",
    "Aastra,6725ip,6725ip",
    "LG-Nortel,IP8540,IP8540",
    "Acme,Desk 1,Desk 1",
    "Acme,Desk 9,Acme/Desk 9"
  })
  void resolvesModelsThroughTheCatalog(String manufacturer, String hardware, String model) {
    assertThat(read(row(manufacturer, hardware, PHONE, "4.0.7577.4387", "")).groups())
        .extracting(FleetGroup::model)
        .containsExactly(model);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft,CPE",
    "Microsoft,CPE_A",
    "'',Microsoft/CPE",
    "POLYCOM,C",
    "LG-Nortel,IP",
    "'',''"
  })
  void someValuesNameNoModel(String manufacturer, String hardware) {
    var summary = read(row(manufacturer, hardware, PHONE, "4.0.7577.4387", ""));
    assertThat(summary.groups())
        .extracting(FleetGroup::platform, FleetGroup::model)
        .containsExactly(Tuple.tuple("lync-phone-edition", ""));
    assertThat(summary.unknown()).isEmpty();
  }

  @Test
  void countsAndNamesWhatNoCatalogKnows() {
    var summary =
        read(
            row("Acme", "Desk 9", PHONE, "1.2.3", "")
                + ",,00-00-5E-00-53-02,Fabrikam 7,,\n"
                + ",,00-00-5E-00-53-03,,,\n");
    assertThat(Inventories.phones(summary))
        .isEqualTo(
            Map.of(
                "Acme/Desk 9 1.2.3", 1L,
                "Fabrikam 7 unknown", 1L,
                "unnamed device unknown", 1L));
    assertThat(summary.unknown())
        .containsExactly(
            new UnknownDevices("Acme/Desk 9", 1),
            new UnknownDevices("Fabrikam 7", 1),
            new UnknownDevices("unnamed device", 1));
  }

  @Test
  void namesTheColumnsThatAreMissingAndThoseFound() {
    assertThatThrownBy(
            () -> Inventories.read("Manufacturer,MAC address,User URI,Last activity\nx,y,z,w\n"))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessage(
            "inventory, line 1: the header lacks Hardware version, User agent; found Manufacturer,"
                + " MAC address, User URI, Last activity.");
  }

  @Test
  void refusesAForcedReportWithoutHeader() {
    assertThatThrownBy(
            () ->
                Inventories.read(
                    "a,b\nsip:alice@example.com,d\n", InventoryFormat.INVENTORY_REPORT))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessageStartingWith("inventory: the first 20 rows have no header of an IP Phone")
        .hasMessageNotContaining("alice");
  }

  @Test
  void refusesAColumnThatAppearsTwice() {
    assertThatThrownBy(
            () -> Inventories.read("MAC address,User agent,Hardware version,User_Agent\n"))
        .hasMessage("inventory, line 1: the column User_Agent appears twice, expected each once.");
  }

  @Test
  void refusesRowsOfAnotherLengthThanTheHeader() {
    var summary =
        read(
            """
            POLYCOM,CX600,00-00-5E-00-53-01
            a,b,c,d,e,f,g
            POLYCOM,CX600,,x/1.0,,,,
            """);
    assertThat(summary.refused())
        .extracting(RefusedRow::sentence)
        .containsExactly(
            "inventory, line 2: the row has 3 fields, expected at least 4.",
            "inventory, line 3: the row has 7 fields, the header has 6; a field with a separator"
                + " needs quotes.");
    assertThat(summary.refusedRows()).isEqualTo(2);
    assertThat(summary.rows()).isEqualTo(3);
  }

  @Test
  void takesTheNewerOfActivityAndLogon() {
    var summary =
        read("POLYCOM,CX600," + PHONE + ",x,11/20/2026 8:00:00 AM,11/19/2026 9:00:00 AM\n");
    assertThat(summary.observedAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
  }

  @Test
  void refusesADateInTheOtherOrder() {
    var summary =
        read(
            row("POLYCOM", "CX600", PHONE, "4.0.7577.4387", "23/10/2026")
                + row("POLYCOM", "CX600", "00-00-5E-00-53-02", "4.0.7577.4387", "10/23/2026"));
    assertThat(summary.refused())
        .extracting(RefusedRow::sentence)
        .containsExactly(
            "inventory, line 3: its date is written month first, while dates of this file are read"
                + " day first; write dates as 2026-11-05.");
  }

  @Test
  void skipsRowsOfSeparatorsOnly() {
    assertThat(read(",,,,,\n , , , , ,\n").rows()).isZero();
  }

  private static InventorySummary read(String rows) {
    return Inventories.read(HEADER + rows);
  }

  private static String row(
      String manufacturer, String hardware, String address, String version, String activity) {
    var agent = version.startsWith("4.0.") ? lync(version) : "Acme/" + version;
    return String.join(",", manufacturer, hardware, address, agent, "", activity) + '\n';
  }
}
