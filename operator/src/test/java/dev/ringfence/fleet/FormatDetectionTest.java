package dev.ringfence.fleet;

import static dev.ringfence.fleet.Inventories.lync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatDetectionTest {
  private static final Map<String, Long> THREE = Map.of("CX600 4.0.7577.4387", 3L);

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void tellsTheSeparator(String separator) {
    var text = "model,firmware,phones\nCX600,4.0.7577.4387,3\n".replace(",", separator);
    assertThat(Inventories.phones(Inventories.read(text))).isEqualTo(THREE);
    assertThat(Inventories.phones(Inventories.read(text, InventoryFormat.PLAIN))).isEqualTo(THREE);
  }

  @Test
  void skipsTheDirectiveOfExcel() {
    assertThat(Inventories.read("sep=;\nmodel;firmware;phones\nCX600;4.0.7577.4387;3\n").groups())
        .hasSize(1);
  }

  @Test
  void readsHeadersInAnyCaseAndSpacing() {
    assertThat(
            Inventories.phones(Inventories.read("MODEL,Firm ware,PHONES\nCX600,4.0.7577.4387,3")))
        .isEqualTo(THREE);
  }

  @Test
  void readsAReportBelowItsTitle() {
    var text =
        "IP Phone Inventory Report\nFrom,11/1/2026\n\n"
            + "Manufacturer,Hardware_version,MAC_address,User_URI,User_agent\n"
            + "POLYCOM,CX600,00-00-5E-00-53-01,sip:alice@example.com,"
            + lync("4.0.7577.4387");
    assertThat(Inventories.phones(Inventories.read(text)))
        .isEqualTo(Map.of("CX600 4.0.7577.4387", 1L));
  }

  @Test
  void readsAnAuditLogWithCommas() {
    var text =
        "11/20/2026 6:00:01 AM,192.0.2.11,UCPhone,00-00-5E-00-53-01,1,Polycom,CX600,A,ENU,"
            + "CPE.nbt;4.0.7577.4387;11/20/2026,,alice\n";
    var summary = Inventories.read(text);
    assertThat(Inventories.phones(summary)).isEqualTo(Map.of("CX600 4.0.7577.4387", 1L));
    assertThat(summary.notes())
        .containsExactly(
            "inventory was read as a device update audit log: UTF-8, fields separated by comma,"
                + " dates like 11/5/2026 month first.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF"})
  void refusesAnEmptyFile(String text) {
    assertThatThrownBy(() -> Inventories.read(text))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessage(
            "inventory: the file is empty, expected an IP Phone Inventory Report exported as CSV, a"
                + " device update audit log, a list of SIP user agents or a plain CSV with the"
                + " columns model,firmware,phones,site,signIn.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello\n",
        "name,colour\nalice@example.com,red\n",
        "{\"phones\": 3}",
        "apiVersion: ringfence.dev/v1alpha1\nkind: PhoneFleet\n",
        "11/20/2026 6:00:01 AM;192.0.2.11\n",
        "CX600,4.0.7577.4387,3\n"
      })
  void refusesWhatItDoesNotKnowAndQuotesNothing(String text) {
    assertThatThrownBy(() -> Inventories.read(text))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessage(
            "inventory: the head of the file is of no known format, expected an IP Phone Inventory"
                + " Report exported as CSV, a device update audit log, a list of SIP user agents or"
                + " a plain CSV with the columns model,firmware,phones,site,signIn.");
  }

  @Test
  void aHeaderAloneIsAFleetOfNoPhones() {
    assertThat(Inventories.read("model,firmware\n").groups()).isEmpty();
    assertThat(Inventories.read("", InventoryFormat.AUDIT_LOG).groups()).isEmpty();
    assertThat(Inventories.read("", InventoryFormat.USER_AGENTS).groups()).isEmpty();
  }
}
