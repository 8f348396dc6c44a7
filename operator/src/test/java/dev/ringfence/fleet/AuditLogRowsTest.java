package dev.ringfence.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLogRowsTest {
  private static final String START =
      "2026-11-20 06:00:01;192.0.2.11;UCPhone;00-00-5E-00-53-01;1;Polycom;CX600;A;ENU;";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CPE.nbt;4.0.7577.4387;t;;alice                                 | 4.0.7577.4387
          CPE.nbt;4.0.7577.4387;t;;                                      | 4.0.7577.4387
          CPE.nbt;4.0.7577.4387;t#b;4.0.7577.4387;t;;                    | 4.0.7577.4387
          CPE.nbt;4.0.7577.4387;t;f;s;4.0.7577.4420;t;alice              | 4.0.7577.4387
          CPE.nbt;4.0.7577.4387;t;f;s;4.0.7577.4420;t#g;s;1.0.0.1;t;     | 4.0.7577.4387
          CPE.nbt,4.0.7577.4387,t;;alice                                 | 4.0.7577.4387
          CPE.nbt;abc;t;;alice                                           | unknown
          CPE.nbt;4.0.7577.4387;t#b;4.0.7577.4420;t;;                    | unknown
          ;f;s;4.0.7577.4420;t;alice                                     | unknown
          ;;alice                                                        | unknown
          ;;                                                             | unknown
          4.0.7577.4387;;alice                                           | unknown
          CPE.nbt;4.0.7577.4387;t;one;field;too;many;fields;alice        | unknown
          """)
  void takesTheFirmwareFromRequestModulesOnly(String rest, String firmware) {
    assertThat(read(START + rest).groups())
        .extracting(FleetGroup::model, FleetGroup::firmware, FleetGroup::phones)
        .containsExactly(Tuple.tuple("CX600", firmware, 1L));
  }

  @Test
  void refusesARowThatIsTooShort() {
    assertThat(read(START + ";").refused())
        .extracting(RefusedRow::sentence)
        .containsExactly("inventory, line 1: the row has 11 fields, expected at least 12.");
  }

  @Test
  void takesQuotesLiterally() {
    var summary =
        read(START.replace("ENU", "\"ENU") + "a;1.0.0.1;t;;\n" + START + "a;1.0.0.2;t;;\n");
    assertThat(summary.rows()).isEqualTo(2);
    assertThat(summary.refusedRows()).isZero();
  }

  @Test
  void theNewestRequestOfAPhoneCounts() {
    var older = START + "a;4.0.7577.4387;t;;\n";
    var newer = START.replace("06:00", "07:00") + "a;4.0.7577.4420;t;;\n";
    for (var text : List.of(older + newer, newer + older, older + newer + older)) {
      assertThat(Inventories.phones(read(text))).isEqualTo(Map.of("CX600 4.0.7577.4420", 1L));
    }
  }

  @Test
  void namesOtherDeviceTypesByTheirType() {
    var text = START.replace("UCPhone", "Speaker") + "a;4.0.7577.4387;t;;\n";
    assertThat(read(text).unknown()).containsExactly(new UnknownDevices("Speaker", 1));
  }

  private static InventorySummary read(String text) {
    return Inventories.read(text, InventoryFormat.AUDIT_LOG);
  }
}
