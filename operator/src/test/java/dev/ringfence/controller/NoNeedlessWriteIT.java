package dev.ringfence.controller;

/** The same on a real API server. */
class NoNeedlessWriteIT extends NoNeedlessWriteTest {
  @Override
  OperatorRig rig() {
    return OperatorRig.onRealApi();
  }
}
