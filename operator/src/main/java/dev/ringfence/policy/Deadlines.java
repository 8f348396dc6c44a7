package dev.ringfence.policy;

import dev.ringfence.pki.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The seconds at which an answer can change: a certificate on a candidate path begins or has ended,
 * or an inventory turns stale. Between two of them the answer is constant.
 */
final class Deadlines {
  /** How long an inventory counts as fresh. */
  static final Duration FRESH = Duration.ofDays(90);

  private final Map<Instant, Set<String>> events = new TreeMap<>();
  private final Instant after;
  private final Instant end;

  /** Deadlines later than the instant judged, up to the first second after the chain's end. */
  Deadlines(ChainEvaluation chain, Instant after) {
    this.after = after;
    this.end = chain.chain().endEntity().validity().notAfter().plusSeconds(1);
    for (ChainEvaluation.Member member : chain.members()) {
      member.judge().onCandidatePaths().forEach(this::add);
      Instant lastSeen = member.group().lastSeen();
      if (lastSeen != null) {
        add(
            lastSeen.plus(FRESH).plusSeconds(1),
            "The inventory of " + member.group().name() + " turns stale.");
      }
    }
    add(chain.chain().endEntity());
  }

  List<Instant> instants() {
    return List.copyOf(events.keySet());
  }

  List<String> at(Instant instant) {
    return List.copyOf(events.getOrDefault(instant, Set.of()));
  }

  private void add(Certificate certificate) {
    String name = certificate.displayName() + " (" + certificate.sha256() + ")";
    add(certificate.validity().notBefore(), name + " begins.");
    add(certificate.validity().notAfter().plusSeconds(1), name + " has ended.");
  }

  private void add(Instant instant, String event) {
    if (instant.isAfter(after) && !instant.isAfter(end)) {
      events.computeIfAbsent(instant, i -> new TreeSet<>()).add(event);
    }
  }
}
