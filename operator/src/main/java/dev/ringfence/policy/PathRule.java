package dev.ringfence.policy;

import java.util.List;

/**
 * A rule about one candidate path as one firmware meets it. Whether it finds anything may depend on
 * the answers of the firmware's facts and of its trust, on the path and on the instant, and on
 * nothing else: where it is silent, it is not asked for other firmwares that answer alike. What it
 * says may name the phone.
 */
public non-sealed interface PathRule extends Rule {
  boolean appliesTo(PathSubject path);

  List<Observation> check(PathSubject path);
}
