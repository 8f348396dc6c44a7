package dev.ringfence.policy;

import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes one thing about what the server sends and looks whether all builders then accept. */
final class ServedTrials {
  private static final int MAX_TRIALS = 64;

  private final List<Certificate> served;
  private final Function<List<Certificate>, List<Builders.Construction>> builders;
  private int trialsLeft = MAX_TRIALS;

  private ServedTrials(
      List<Certificate> served, Function<List<Certificate>, List<Builders.Construction>> builders) {
    this.served = served;
    this.builders = builders;
  }

  /**
   * Null if the builders agree.
   *
   * @param built what the builders make of the chain as served
   * @param known certificates that could be served too
   * @param builders what they make of other served certificates
   */
  static @Nullable ServedDifference between(
      List<Builders.Construction> built,
      List<Certificate> served,
      List<Certificate> known,
      Function<List<Certificate>, List<Builders.Construction>> builders) {
    if (built.stream().map(Builders.Construction::accepted).distinct().count() < 2) {
      return null;
    }
    ServedTrials trials = new ServedTrials(served, builders);
    Certificate sent = trials.dropped();
    if (sent != null) {
      return difference(ServedDifference.Cause.SENT, sent, built);
    }
    if (trials.reordered()) {
      return difference(ServedDifference.Cause.ORDER, null, built);
    }
    Certificate missing = trials.added(known);
    return missing != null
        ? difference(ServedDifference.Cause.NOT_SENT, missing, built)
        : difference(ServedDifference.Cause.UNKNOWN, null, built);
  }

  private static ServedDifference difference(
      ServedDifference.Cause cause,
      @Nullable Certificate certificate,
      List<Builders.Construction> built) {
    return new ServedDifference(cause, certificate, profiles(built, true), profiles(built, false));
  }

  private static List<String> profiles(List<Builders.Construction> built, boolean accepted) {
    return built.stream()
        .filter(construction -> construction.accepted() == accepted)
        .map(construction -> construction.built().profile())
        .distinct()
        .sorted()
        .toList();
  }

  /** The first certificate without which all builders accept. */
  private @Nullable Certificate dropped() {
    for (int i = 1; i < served.size(); i++) {
      List<Certificate> fewer = new ArrayList<>(served);
      Certificate certificate = fewer.remove(i);
      if (allAccept(fewer)) {
        return certificate;
      }
    }
    return null;
  }

  /** The first certificate with which all builders accept, sent behind the first that it issued. */
  private @Nullable Certificate added(List<Certificate> known) {
    List<Certificate> candidates =
        known.stream()
            .filter(certificate -> !served.contains(certificate))
            .sorted(
                Comparator.comparing(Certificate::selfIssued).thenComparing(Certificate::sha256))
            .toList();
    for (Certificate candidate : candidates) {
      for (int i = 0; i < served.size(); i++) {
        if (candidate.subject().matches(served.get(i).issuer())) {
          List<Certificate> more = new ArrayList<>(served);
          more.add(i + 1, candidate);
          if (allAccept(more)) {
            return candidate;
          }
          break;
        }
      }
    }
    return null;
  }

  /** Whether all builders accept once each certificate is followed by its issuer. */
  private boolean reordered() {
    Set<Certificate> placed = new HashSet<>();
    List<Certificate> ordered = new ArrayList<>();
    Certificate last = served.get(0);
    while (last != null && placed.add(last)) {
      ordered.add(last);
      Certificate child = last;
      last =
          served.stream()
              .filter(certificate -> !placed.contains(certificate))
              .filter(certificate -> certificate.subject().matches(child.issuer()))
              .findFirst()
              .orElse(null);
    }
    List<Certificate> rest = served.stream().filter(one -> !placed.contains(one)).toList();
    List<Certificate> all = Stream.concat(ordered.stream(), rest.stream()).toList();
    return !all.equals(served) && allAccept(all);
  }

  private boolean allAccept(List<Certificate> changed) {
    return trialsLeft-- > 0
        && builders.apply(changed).stream().allMatch(Builders.Construction::accepted);
  }
}
