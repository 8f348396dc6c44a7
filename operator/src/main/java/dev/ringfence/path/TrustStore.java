package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.DistinguishedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trust anchors under a name, indexed once by subject. The order given is kept. */
public final class TrustStore {
  private final String name;
  private final List<Certificate> anchors;
  private final Set<Certificate> held;
  private final Set<Certificate> trusted;
  private final Set<Certificate> distrusted;
  private final Map<String, List<Certificate>> bySubject = new HashMap<>();

  /** Duplicates are dropped. */
  public TrustStore(String name, List<Certificate> anchors) {
    this(name, anchors, Set.of(), Set.of());
  }

  /**
   * A store that says of some of its certificates whether they are trusted for the use at hand, as
   * OpenSSL's trusted certificates do.
   *
   * @param trusted end a path even if they are not self-signed, and whatever their extended key
   *     usage
   * @param distrusted make a path fail that comes to them
   */
  public TrustStore(
      String name,
      List<Certificate> anchors,
      Set<Certificate> trusted,
      Set<Certificate> distrusted) {
    this.name = name;
    this.trusted = Set.copyOf(trusted);
    this.distrusted = Set.copyOf(distrusted);
    this.held = new LinkedHashSet<>(anchors);
    this.anchors = List.copyOf(held);
    for (var anchor : this.anchors) {
      bySubject
          .computeIfAbsent(anchor.subject().normalized(), subject -> new ArrayList<>(1))
          .add(anchor);
    }
  }

  public String name() {
    return name;
  }

  public List<Certificate> anchors() {
    return anchors;
  }

  /** Whether exactly this certificate is held, not another one of the same key and name. */
  public boolean holds(Certificate certificate) {
    return held.contains(certificate);
  }

  /** Whether it is held and said to be trusted. */
  boolean trusts(Certificate certificate) {
    return trusted.contains(certificate) && holds(certificate) && !distrusts(certificate);
  }

  boolean distrusts(Certificate certificate) {
    return distrusted.contains(certificate);
  }

  /** The anchors whose subject matches (RFC 5280 7.1), in the order of the store. */
  List<Certificate> named(DistinguishedName subject) {
    return bySubject.getOrDefault(subject.normalized(), List.of());
  }

  @Override
  public String toString() {
    return "%s (%d anchors)".formatted(name, anchors.size());
  }
}
