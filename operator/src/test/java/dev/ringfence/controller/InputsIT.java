package dev.ringfence.controller;

/** The same on a real API server. */
class InputsIT extends InputsTest {
  @Override
  OperatorRig rig() {
    return OperatorRig.onRealApi(OperatorRig.readingSecrets());
  }
}
