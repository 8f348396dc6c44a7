package dev.ringfence.controller;

/** The same on a real API server. */
class TargetConflictIT extends TargetConflictTest {
  @Override
  OperatorRig rig() {
    return OperatorRig.onRealApi();
  }
}
