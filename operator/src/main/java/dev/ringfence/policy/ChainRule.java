package dev.ringfence.policy;

import java.util.List;

/** A rule about the chain as served, whatever the phones. */
public non-sealed interface ChainRule extends Rule {
  boolean appliesTo(ChainSubject chain);

  List<Observation> check(ChainSubject chain);
}
