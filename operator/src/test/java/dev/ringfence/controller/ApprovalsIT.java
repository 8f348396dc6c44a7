package dev.ringfence.controller;

/** The same on a real API server. */
class ApprovalsIT extends ApprovalsTest {
  @Override
  OperatorRig rig() {
    return OperatorRig.onRealApi();
  }
}
