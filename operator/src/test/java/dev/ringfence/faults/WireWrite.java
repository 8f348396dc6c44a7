package dev.ringfence.faults;

import java.time.Instant;

/**
 * A write of the operator and what became of it.
 *
 * @param operator number of the operator process, counted from 1
 * @param code what the API server answered; 0 if the request never reached it
 * @param answer body of the answer
 * @param heard whether the operator was given the answer
 * @param at by the operator's clock
 * @param nanos by the clock of this Java, when the answer came
 */
record WireWrite(
    int operator,
    ProxiedRequest request,
    int code,
    String answer,
    boolean heard,
    Instant at,
    long nanos) {
  boolean isCommitted() {
    return code >= 200 && code < 300;
  }

  WriteKind kind() {
    return request.kind();
  }

  @Override
  public String toString() {
    return "operator %d: %s %s -> %d".formatted(operator, request.method(), request.path(), code);
  }
}
