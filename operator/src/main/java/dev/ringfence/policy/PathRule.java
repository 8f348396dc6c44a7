package dev.ringfence.policy;

import java.util.List;

/** A rule about one candidate path as one firmware meets it. */
public non-sealed interface PathRule extends Rule {
  boolean appliesTo(PathSubject path);

  List<Observation> check(PathSubject path);
}
