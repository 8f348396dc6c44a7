package dev.ringfence.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainRowsTest {
  private static final String HEADER = "model,firmware,phones,site,signIn\n";

  @Test
  void addsUpPhonesThatAreAlike() {
    assertThat(
            Inventories.phones(
                read(
                    "CX600,4.0.7577.4387,3,,\nPOLYCOM/CX600,4.0.7577.4387,4,,\nCX600,4.0.7577.4387")))
        .isEqualTo(Map.of("CX600 4.0.7577.4387", 8L));
  }

  @Test
  void keepsFirmwareThatIsNoVersionAsText() {
    assertThat(Inventories.phones(read("CX600,4.0.7577,1,,\nCX600,abc,1,,\nCX600,,1,,\n")))
        .isEqualTo(Map.of("CX600 4.0.7577", 1L, "CX600 abc", 1L, "CX600 unknown", 1L));
  }

  @Test
  void keepsAGroupOfNoPhones() {
    assertThat(Inventories.phones(read("CX600,4.0.7577.4387,0,,\n")))
        .isEqualTo(Map.of("CX600 4.0.7577.4387", 0L));
  }

  @ParameterizedTest
  @CsvSource({
    "-1,-1",
    "1.5,1.5",
    "1e3,not a number",
    "alice,not a number",
    "10000001,10000001",
    "99999999999999999999,99999999999999999999"
  })
  void refusesACountThatIsNone(String phones, String shown) {
    assertThat(read("CX600,4.0.7577.4387,%s,,%n".formatted(phones)).refused())
        .containsExactly(
            new RefusedRow(
                "inventory",
                2,
                "inventory, line 2: phones is %s, expected a whole number from 0 to 10000000."
                    .formatted(shown)));
  }

  @Test
  void refusesAnUnknownSignIn() {
    assertThat(read("CX600,4.0.7577.4387,1,,Wifi\n").refused())
        .extracting(RefusedRow::sentence)
        .containsExactly(
            "inventory, line 2: signIn is Wifi, expected UsbTether, Pin, Credentials or nothing.");
  }

  @Test
  void refusesTheRowThatMakesAGroupTooLarge() {
    var summary = read("CX600,4.0.7577.4387,9999999,,\nCX600,4.0.7577.4387,2,,\n");
    assertThat(summary.phones()).isEqualTo(9_999_999);
    assertThat(summary.refused())
        .extracting(RefusedRow::sentence)
        .containsExactly(
            "inventory, line 3: with its 2 phones the group CX600 4.0.7577.4387 may have more"
                + " than 10000000, which is the limit.");
  }

  @Test
  void namesTheColumnThatIsMissing() {
    assertThatThrownBy(() -> Inventories.read("model,phones\nCX600,3\n"))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessage("inventory, line 1: the header lacks firmware; found model, phones.");
  }

  @Test
  void refusesAColumnItDoesNotKnowRatherThanIgnoreIt() {
    assertThatThrownBy(() -> Inventories.read("model,firmware,phnoes\nCX600,4.0.7577.4387,3\n"))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessage(
            "inventory, line 1: the header has the unknown column phnoes, expected only model,"
                + " firmware, phones, site, signIn.");
  }

  @Test
  void refusesAFirstRowThatIsNoHeader() {
    assertThatThrownBy(() -> Inventories.read("CX600,4.0.7577.4387", InventoryFormat.PLAIN))
        .isInstanceOf(InventoryFormatException.class)
        .hasMessage(
            "inventory, line 1: the first row names none of the columns model, firmware, phones,"
                + " site, signIn.");
    assertThatThrownBy(() -> Inventories.read("", InventoryFormat.PLAIN))
        .hasMessageContaining("the file has no header, expected the columns model, firmware");
  }

  @Test
  void refusesAFieldWithoutItsQuotes() {
    var summary = read("CX600,4.0.7577.4387,3,Main street, 5,Pin\n");
    assertThat(summary.refusedRows()).isEqualTo(1);
  }

  @Test
  void listsTheFirstHundredRefusedRowsAndCountsAll() {
    var rows =
        IntStream.range(0, 250).mapToObj(i -> "CX600,1.0.0.1,x\n").collect(Collectors.joining());
    var summary = read(rows);
    assertThat(summary.refused()).hasSize(InventorySummary.MAX_REFUSED_LISTED);
    assertThat(summary.refusedRows()).isEqualTo(250);
    assertThat(summary.groups()).isEmpty();
  }

  @Test
  void classesByModelWhatIsNoPhone() {
    var summary = read("RoundTable,1.0.0.1,4,,\n");
    assertThat(summary.groups()).isEmpty();
    assertThat(summary.excluded()).containsExactly(new ExcludedDevices("camera", 4));
  }

  @Test
  void namesAFewUnknownModelsAndAddsUpTheOthers() {
    var rows = IntStream.range(0, 60).mapToObj(i -> "Acme %02d,1,2,,%n".formatted(i)).toList();
    var summary = read(String.join("", rows));
    assertThat(summary.groups()).hasSize(60);
    assertThat(summary.unknown()).hasSize(51);
    assertThat(summary.unknown().get(50))
        .isEqualTo(new UnknownDevices("other (10 more names)", 20));
  }

  @Test
  void countsBeyondTheLimitOfGroupsAsUnknownFirmware() {
    var rows = IntStream.range(0, 3_000).mapToObj(i -> "CX600,4.0.7577.%d,2,,%n".formatted(i));
    var summary = read(rows.collect(Collectors.joining()));
    assertThat(summary.phones()).isEqualTo(6_000);
    assertThat(summary.groups()).hasSize(GroupTable.MAX_GROUPS);
    assertThat(summary.groups())
        .filteredOn(group -> group.name().equals("other models unknown"))
        .extracting(FleetGroup::firmware, FleetGroup::phones)
        .containsExactly(Tuple.tuple("unknown", 2_002L));
    assertThat(summary.notes())
        .contains(
            "There are more than 2000 different groups; 2002 phones are counted in the group other"
                + " models unknown, and their firmware as unknown.");
  }

  private static InventorySummary read(String rows) {
    return Inventories.read(HEADER + rows);
  }
}
