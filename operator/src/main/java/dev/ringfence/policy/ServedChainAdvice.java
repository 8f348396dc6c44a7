package dev.ringfence.policy;

import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What to serve instead, for all phones or, where no chain suits all of them, for some. */
final class ServedChainAdvice {
  private final Standing now;
  private final ServedChainSearch search;

  ServedChainAdvice(Standing now, ServedChainSearch search) {
    this.now = now;
    this.search = search;
  }

  /** The one change that recovers most phones and loses none; empty if there is none. */
  List<Advice> forAll() {
    return search.best().stream()
        .map(best -> advice(AdviceKind.CHANGE_SERVED_CHAIN, best))
        .toList();
  }

  /** That no chain suits all phones, and what suits which; empty if one does. */
  List<Advice> forSome() {
    SuitedPhones suited = new SuitedPhones(now, search);
    if (!suited.divided()) {
      return List.of();
    }
    List<Advice> advice = new ArrayList<>();
    advice.add(
        new Advice(
            AdviceKind.NO_SINGLE_SERVED_CHAIN,
            verdict(suited),
            null,
            List.of(),
            null,
            List.of(),
            Effect.between(now, now)));
    suited.shares().stream()
        .map(SuitedPhones.Share::trial)
        .filter(trial -> trial != null && trial.loses())
        .map(trial -> advice(AdviceKind.SERVE_OTHER_CHAIN_TO_SOME, trial))
        .forEach(advice::add);
    return advice;
  }

  private Advice advice(AdviceKind kind, ServedChainSearch.Trial trial) {
    Effect effect = Effect.between(now, trial.standing());
    return Advice.ofChain(
        kind,
        "Serve " + edit(trial.edit()) + ": " + AdviceText.effect(effect),
        trial.edit(),
        effect);
  }

  private String verdict(SuitedPhones suited) {
    List<String> parts = new ArrayList<>();
    for (SuitedPhones.Share share : suited.shares()) {
      ServedChainSearch.Trial trial = share.trial();
      parts.add(
          (trial == null ? "the chain as it is" : edit(trial.edit()))
              + " suits "
              + AdviceText.phones(share.phones())
              + " ("
              + suited.describe(share.groups())
              + ")");
    }
    if (!suited.unsuited().isEmpty()) {
      parts.add(
          "none suits "
              + AdviceText.phones(suited.phones(suited.unsuited()))
              + " whose path builder misses a usable path ("
              + suited.describe(suited.unsuited())
              + ")");
    }
    return "No single served chain suits all phones, of "
        + (search.trials().size() + 1)
        + " evaluated: "
        + String.join("; ", parts)
        + ".";
  }

  private static String edit(ServedEdit edit) {
    List<String> parts = new ArrayList<>();
    if (!edit.added().isEmpty()) {
      parts.add("with " + AdviceText.certificates(edit.added()));
    }
    if (!edit.dropped().isEmpty()) {
      parts.add("without " + AdviceText.certificates(edit.dropped()));
    }
    if (edit.reordered()) {
      parts.add("in another order");
    }
    return "the chain "
        + String.join(" and ", parts)
        + ", that is "
        + edit.chain().certificates().stream()
            .map(Certificate::displayName)
            .collect(Collectors.joining(" > "));
  }
}
