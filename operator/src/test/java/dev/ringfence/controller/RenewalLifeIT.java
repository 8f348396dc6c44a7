package dev.ringfence.controller;

/** The same on a real API server. */
class RenewalLifeIT extends RenewalLifeTest {
  @Override
  OperatorRig rig() {
    return OperatorRig.onRealApi();
  }
}
