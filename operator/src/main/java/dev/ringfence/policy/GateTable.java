package dev.ringfence.policy;

/** From verdict, mode and approvals to the gate. */
final class GateTable {
  private GateTable() {}

  static Gate gate(Verdict verdict, Mode mode, boolean approved) {
    return switch (verdict) {
      case ALLOW, WARN -> Gate.OPEN;
      case BLOCK -> approved || mode == Mode.OBSERVE ? Gate.OPEN : Gate.CLOSED;
      case HOLD -> Gate.CLOSED;
    };
  }
}
