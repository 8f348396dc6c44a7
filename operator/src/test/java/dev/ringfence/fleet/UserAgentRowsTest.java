package dev.ringfence.fleet;

import static dev.ringfence.fleet.Inventories.lync;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentRowsTest {
  private static final String AGENT = lync("4.0.7577.4387");

  @ParameterizedTest
  @ValueSource(strings = {"3\t", "3 ", "  3   ", "3,", "3;", "3, ", "3\t\t"})
  void readsTheCountBeforeAUserAgent(String count) {
    assertThat(Inventories.phones(Inventories.read(count + AGENT + '\n')))
        .isEqualTo(Map.of("lync-phone-edition 4.0.7577.4387", 3L));
  }

  @Test
  void aUserAgentWithoutCountIsOnePhone() {
    assertThat(Inventories.phones(Inventories.read(AGENT + '\n' + AGENT + "\n\n2 " + AGENT)))
        .isEqualTo(Map.of("lync-phone-edition 4.0.7577.4387", 4L));
  }

  @Test
  void unquotes() {
    assertThat(Inventories.phones(Inventories.read("3,\"" + AGENT + "\"\n\"" + AGENT + '"')))
        .isEqualTo(Map.of("lync-phone-edition 4.0.7577.4387", 4L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ClientApp\n---------\n", "Count Name\n----- ----\n", "User agent\n"})
  void skipsWhatQueryToolsPrintAboveAList(String above) {
    var summary = Inventories.read(above + "3 " + AGENT);
    assertThat(summary.rows()).isEqualTo(1);
    assertThat(summary.phones()).isEqualTo(3);
  }

  @Test
  void onePhoneIsOneAddressWhateverItsCount() {
    var text =
        "2 Yealink SIP-T46S 66.86.0.15 00005e005301\nYealink SIP-T46S 66.86.0.15 00005E005301";
    assertThat(Inventories.phones(Inventories.read(text)))
        .isEqualTo(Map.of("Yealink/SIP-T46S 66.86.0.15", 1L));
  }

  @Test
  void refusesRowsOfOneAddressThatDisagreeWithoutATime() {
    var text = "Yealink SIP-T46S 66.86.0.15 00005e005301\nYealink SIP-T46S 66.86.0.20 00005e005301";
    var summary = Inventories.read(text);
    assertThat(summary.phones()).isEqualTo(1);
    assertThat(summary.refused())
        .extracting(RefusedRow::sentence)
        .containsExactly(
            "inventory, line 2: it disagrees with another row of the same address, and not both say"
                + " when the phone was seen.");
  }

  @Test
  void countsTextOfNoKnownForm() {
    var summary = Inventories.read(AGENT + "\n2 " + AGENT + "\nAcme desk phone\nServerPool one");
    assertThat(summary.unknown())
        .containsExactly(
            new UnknownDevices("Acme desk phone", 1), new UnknownDevices("ServerPool one", 1));
  }

  @Test
  void refusesTheRowOfATableRatherThanNameItsUser() {
    var summary =
        Inventories.read(
            AGENT + "\nCX600;alice;192.0.2.7\nAcme (a; b)", InventoryFormat.USER_AGENTS);
    assertThat(summary.refused())
        .extracting(RefusedRow::sentence)
        .containsExactly(
            "inventory, line 2: the line has several fields, expected one user agent, or a count and"
                + " a user agent.");
    assertThat(summary.unknown()).containsExactly(new UnknownDevices("Acme (a; b)", 1));
  }

  @Test
  void refusesACountThatIsTooLarge() {
    assertThat(Inventories.read("10000001 " + AGENT).refused())
        .extracting(RefusedRow::sentence)
        .containsExactly("inventory, line 1: the count is 10000001, expected 0 to 10000000.");
  }
}
