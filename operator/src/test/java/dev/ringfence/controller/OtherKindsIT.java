package dev.ringfence.controller;

/** The same on a real API server. */
class OtherKindsIT extends OtherKindsTest {
  @Override
  OperatorRig rig() {
    return OperatorRig.onRealApi();
  }
}
