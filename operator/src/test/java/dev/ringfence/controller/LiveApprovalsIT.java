package dev.ringfence.controller;

/** The same on a real API server. */
class LiveApprovalsIT extends LiveApprovalsTest {
  @Override
  OperatorRig rig() {
    return OperatorRig.onRealApi();
  }
}
