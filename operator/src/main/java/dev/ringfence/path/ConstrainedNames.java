package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.DistinguishedName;
import dev.ringfence.pki.GeneralSubtrees;
import dev.ringfence.pki.IpRange;
import dev.ringfence.pki.NameConstraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The names of one certificate that name constraints apply to, by kind. */
record ConstrainedNames(
    List<String> dnsNames,
    List<String> emails,
    List<String> uris,
    List<String> ipAddresses,
    List<DistinguishedName> directoryNames,
    List<Integer> otherKinds,
    long count,
    NameReading reading) {

  static ConstrainedNames of(Certificate certificate, NameReading reading) {
    var alternative = certificate.subjectAlternativeNames();
    var subject = certificate.subject();
    var directoryNames = new ArrayList<>(alternative.directoryNames());
    if (!subject.isEmpty()) {
      directoryNames.add(subject);
    }
    var dnsNames = alternative.dnsNames();
    if (dnsNames.isEmpty()) {
      dnsNames = reading.commonNames().of(certificate);
    }
    return new ConstrainedNames(
        dnsNames,
        emails(alternative.emails(), subject, reading),
        alternative.uris(),
        alternative.ipAddresses(),
        directoryNames,
        alternative.otherKinds(),
        (long) alternative.count() + subject.size(),
        reading);
  }

  /** RFC 5280 4.2.1.10: those of the subject if there are no others. */
  private static List<String> emails(
      List<String> alternative, DistinguishedName subject, NameReading reading) {
    if (!alternative.isEmpty() && !reading.literal()) {
      return alternative;
    }
    var emails = new ArrayList<>(subject.values(DistinguishedName.EMAIL_ADDRESS));
    emails.addAll(alternative);
    return emails;
  }

  /** Whether there are more names and constraints than are looked at. */
  boolean tooMany(NameConstraints constraints) {
    long subtrees = (long) constraints.permitted().size() + constraints.excluded().size();
    return reading.limit() > 0 && count > 0 && subtrees > reading.limit() / count;
  }

  /** How many comparisons {@link #violation} makes at most. */
  long comparisons(NameConstraints constraints) {
    return comparisons(constraints.permitted()) + comparisons(constraints.excluded());
  }

  private long comparisons(GeneralSubtrees subtrees) {
    return dnsComparisons(subtrees.dnsNames())
        + (long) emails.size() * subtrees.emails().size()
        + (long) uris.size() * subtrees.uris().size()
        + (long) ipAddresses.size() * subtrees.ipRanges().size()
        + (long) directoryNames.size() * subtrees.directoryNames().size()
        + (long) otherKinds.size() * subtrees.otherKinds().size();
  }

  /** Wildcards have no endings to be looked up by. */
  private long dnsComparisons(List<String> subtrees) {
    long pairs = (long) dnsNames.size() * subtrees.size();
    return reading.wildcards() ? pairs : Math.min(pairs, DnsSubtrees.lookUps(dnsNames));
  }

  /** What is forbidden and why, if anything is. */
  Optional<String> violation(NameConstraints constraints) {
    var permitted = constraints.permitted();
    var excluded = constraints.excluded();
    if (permitted.distances() || excluded.distances()) {
      return Optional.of("a subtree has a minimum or maximum, which RFC 5280 does not allow");
    }
    return Optional.<String>empty()
        .or(() -> unprocessed(permitted, excluded))
        .or(() -> dnsNames(permitted.dnsNames(), excluded.dnsNames()))
        .or(
            () ->
                both(
                    "email address",
                    emails,
                    permitted.emails(),
                    excluded.emails(),
                    MailSubtree::contains))
        .or(() -> uris(permitted.uris(), excluded.uris()))
        .or(
            () ->
                both(
                    "IP address",
                    ipAddresses,
                    permitted.ipRanges(),
                    excluded.ipRanges(),
                    IpRange::contains))
        .or(
            () ->
                both(
                    "directory name",
                    directoryNames,
                    permitted.directoryNames(),
                    excluded.directoryNames(),
                    (subtree, name) -> name.startsWith(subtree)));
  }

  private Optional<String> uris(List<String> permitted, List<String> excluded) {
    var form = reading.literal() ? UriSubtree.Form.LITERAL : UriSubtree.Form.RFC3986;
    return UriSubtree.unprocessed(form, uris, permitted, excluded)
        .or(
            () ->
                both(
                    "URI",
                    uris,
                    permitted,
                    excluded,
                    (subtree, uri) -> UriSubtree.contains(form, subtree, uri)));
  }

  private Optional<String> dnsNames(List<String> permitted, List<String> excluded) {
    var kind = "DNS name";
    if (reading.wildcards()) {
      return excluded(kind, dnsNames, excluded, DnsSubtree::mayContain)
          .or(() -> permitted(kind, dnsNames, permitted, DnsSubtree::contains));
    }
    return excluded(kind, dnsNames, index(excluded), DnsSubtrees::contain)
        .or(() -> permitted(kind, dnsNames, index(permitted), DnsSubtrees::contain));
  }

  private static List<DnsSubtrees> index(List<String> subtrees) {
    return subtrees.isEmpty() ? List.of() : List.of(new DnsSubtrees(subtrees));
  }

  /** A constraint on a kind of name that cannot be compared, and a name of that kind. */
  private Optional<String> unprocessed(GeneralSubtrees permitted, GeneralSubtrees excluded) {
    boolean ranges = !permitted.ipRanges().isEmpty() || !excluded.ipRanges().isEmpty();
    if (ranges && !ipAddresses.isEmpty() && !reading.ipAddresses()) {
      return Optional.of("IP addresses are constrained, which this reading does not compare");
    }
    if (ranges && reading.literal() && !ipAddresses.stream().allMatch(IpRange::isAddress)) {
      return Optional.of("IP addresses are constrained, and one has neither 4 nor 16 bytes");
    }
    boolean mails = !permitted.emails().isEmpty() || !excluded.emails().isEmpty();
    if (mails && reading.literal() && !emails.stream().allMatch(email -> email.contains("@"))) {
      return Optional.of("email addresses are constrained, and one names no host");
    }
    return otherKinds.stream()
        .filter(
            kind -> permitted.otherKinds().contains(kind) || excluded.otherKinds().contains(kind))
        .findFirst()
        .map("a name of kind [%d] is constrained, which cannot be compared"::formatted);
  }

  private static <T, S> Optional<String> both(
      String kind, List<T> names, List<S> permitted, List<S> excluded, BiPredicate<S, T> contains) {
    return excluded(kind, names, excluded, contains)
        .or(() -> permitted(kind, names, permitted, contains));
  }

  private static <T, S> Optional<String> excluded(
      String kind, List<T> names, List<S> subtrees, BiPredicate<S, T> contains) {
    return names.stream()
        .filter(name -> subtrees.stream().anyMatch(subtree -> contains.test(subtree, name)))
        .findFirst()
        .map(name -> "%s %s is excluded".formatted(kind, printable(name)));
  }

  private static <T, S> Optional<String> permitted(
      String kind, List<T> names, List<S> subtrees, BiPredicate<S, T> contains) {
    if (subtrees.isEmpty()) {
      return Optional.empty();
    }
    return names.stream()
        .filter(name -> subtrees.stream().noneMatch(subtree -> contains.test(subtree, name)))
        .findFirst()
        .map(name -> "%s %s is not permitted".formatted(kind, printable(name)));
  }

  private static String printable(Object name) {
    return name.toString().replaceAll("[^\\x20-\\x7e]", "?");
  }
}
