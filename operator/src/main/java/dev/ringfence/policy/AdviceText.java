package dev.ringfence.policy;

import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The phrases that advice is made of. */
final class AdviceText {
  private static final int MAX_NAMES = 5;

  private AdviceText() {}

  static String phones(long count) {
    return count + (count == 1 ? " phone" : " phones");
  }

  /** Subject, issuer where it is another one, and SHA-256. */
  static String certificate(Certificate certificate) {
    String name = certificate.subject().rfc4514();
    String issuer = certificate.selfIssued() ? "" : " issued by " + certificate.issuer().rfc4514();
    return name + issuer + " (SHA-256 " + certificate.sha256() + ")";
  }

  static String certificates(List<Certificate> certificates) {
    return certificates.stream().map(AdviceText::certificate).collect(Collectors.joining(", and "));
  }

  /** Sorted and distinct; not more than a line's worth. */
  static String names(Collection<String> names) {
    List<String> sorted = List.copyOf(new TreeSet<>(names));
    String shown = sorted.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
    int more = sorted.size() - MAX_NAMES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  static String groups(List<AdvisedGroup> groups) {
    return names(groups.stream().map(advised -> advised.group().name()).toList());
  }

  /** What comes of a change, for phones in use and spare ones; and the verdict. */
  static String effect(Effect effect) {
    List<String> sentences = new ArrayList<>();
    if (!effect.recovered().isEmpty()) {
      sentences.add(count(effect.recovered(), " then works", " then work"));
    }
    if (!effect.eased().isEmpty()) {
      sentences.add(
          count(effect.eased(), " is", " are")
              + " no longer held up by "
              + rules(effect.eased(), AdvisedGroup::settled)
              + ", but still by "
              + rules(effect.eased(), AdvisedGroup::remaining));
    }
    if (!effect.lost().isEmpty()) {
      sentences.add(count(effect.lost(), " is then lost", " are then lost"));
    }
    return String.join("; ", sentences) + ". The verdict is then " + verdict(effect) + ".";
  }

  private static String rules(
      List<AdvisedGroup> groups, Function<AdvisedGroup, List<String>> rules) {
    return groups.stream()
        .flatMap(advised -> rules.apply(advised).stream())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String verdict(Effect effect) {
    return effect.verdict() == null ? "unknown" : effect.verdict().label();
  }

  private static String count(List<AdvisedGroup> groups, String one, String many) {
    long inUse = AdvisedGroup.phonesInUse(groups);
    long spare = AdvisedGroup.phonesSpare(groups);
    String phones =
        inUse == 0 && spare > 0
            ? spare + " spare " + (spare == 1 ? "phone" : "phones")
            : phones(inUse) + (spare > 0 ? " in use and " + spare + " spare" : "");
    return phones + " (" + groups(groups) + ")" + (inUse + spare == 1 ? one : many);
  }
}
