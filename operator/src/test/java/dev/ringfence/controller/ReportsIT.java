package dev.ringfence.controller;

/** The same on a real API server. */
class ReportsIT extends ReportsTest {
  @Override
  OperatorRig rig() {
    return OperatorRig.onRealApi();
  }
}
