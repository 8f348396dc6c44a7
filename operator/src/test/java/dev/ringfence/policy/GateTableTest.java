package dev.ringfence.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTableTest {
  @ParameterizedTest
  @CsvSource({
    "ALLOW, ENFORCE, false, OPEN",
    "ALLOW, OBSERVE, false, OPEN",
    "WARN,  ENFORCE, false, OPEN",
    "WARN,  OBSERVE, false, OPEN",
    "BLOCK, ENFORCE, false, CLOSED",
    "BLOCK, OBSERVE, false, OPEN",
    "BLOCK, ENFORCE, true,  OPEN",
    "BLOCK, OBSERVE, true,  OPEN",
    "HOLD,  ENFORCE, false, CLOSED",
    "HOLD,  OBSERVE, false, CLOSED",
    "HOLD,  ENFORCE, true,  CLOSED",
    "HOLD,  OBSERVE, true,  CLOSED",
  })
  void followsVerdictModeAndApproval(Verdict verdict, Mode mode, boolean approved, Gate gate) {
    assertThat(GateTable.gate(verdict, mode, approved)).isEqualTo(gate);
  }
}
