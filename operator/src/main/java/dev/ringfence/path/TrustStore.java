package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateIndex;
import dev.ringfence.pki.DistinguishedName;
import dev.ringfence.pki.StoredCertificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Trust anchors under a name, indexed once by subject. The order given is kept. */
public final class TrustStore {
  private final String name;
  private final CertificateIndex held;
  private final Set<Certificate> trusted;
  private final Set<Certificate> distrusted;

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
    this(
        name,
        new CertificateIndex(anchors.stream().map(StoredCertificate::of).toList()),
        trusted,
        distrusted);
  }

  private TrustStore(
      String name, CertificateIndex held, Set<Certificate> trusted, Set<Certificate> distrusted) {
    this.name = name;
    this.held = held;
    this.trusted = Set.copyOf(trusted);
    this.distrusted = Set.copyOf(distrusted);
  }

  /** A store of which only those anchors are read that a path comes to. */
  public static TrustStore of(String name, Collection<StoredCertificate> anchors) {
    return new TrustStore(name, new CertificateIndex(anchors), Set.of(), Set.of());
  }

  public String name() {
    return name;
  }

  /** All of them, read. */
  public List<Certificate> anchors() {
    return held.certificates();
  }

  public int size() {
    return held.size();
  }

  /** Whether exactly this certificate is held, not another one of the same key and name. */
  public boolean holds(Certificate certificate) {
    return held.holds(certificate);
  }

  /** Whether it is held and said to be trusted. */
  boolean trusts(Certificate certificate) {
    return trusted.contains(certificate) && holds(certificate) && !distrusts(certificate);
  }

  boolean distrusts(Certificate certificate) {
    return distrusted.contains(certificate);
  }

  /** The anchors whose subject matches (RFC 5280 7.1), in the order of the store. */
  public List<Certificate> named(DistinguishedName subject) {
    return held.named(subject);
  }

  @Override
  public String toString() {
    return "%s (%d anchors)".formatted(name, size());
  }
}
