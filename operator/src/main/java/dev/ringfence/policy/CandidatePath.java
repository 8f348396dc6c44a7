package dev.ringfence.policy;

import dev.ringfence.path.CertificationPath;
import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A path that a phone could build. Two are equal if their certificates and their anchors are. */
public final class CandidatePath {
  private final List<Certificate> signed;
  private final @Nullable Certificate anchor;
  private final List<Certificate> certificates;
  private final int hash;

  /**
   * @param signed the end entity first; every certificate whose signature the phone verifies
   * @param anchor the certificate of the store it ends in; null for an open path, whose last issuer
   *     nobody has seen, so that only an incomplete list of the store keeps it possible
   */
  public CandidatePath(List<Certificate> signed, @Nullable Certificate anchor) {
    List<Certificate> all = new ArrayList<>(signed.size() + 1);
    all.addAll(signed);
    if (anchor != null) {
      all.add(anchor);
    }
    this.certificates = List.copyOf(all);
    this.signed = certificates.subList(0, signed.size());
    this.anchor = anchor;
    this.hash = certificates.hashCode();
  }

  public static CandidatePath of(CertificationPath path) {
    return new CandidatePath(path.signed(), path.anchor());
  }

  public List<Certificate> signed() {
    return signed;
  }

  /** Null for an open path. */
  public @Nullable Certificate anchor() {
    return anchor;
  }

  /** Signed certificates and anchor. */
  public List<Certificate> certificates() {
    return certificates;
  }

  /** Certificates of the path, an unseen anchor included. */
  public int length() {
    return signed.size() + 1;
  }

  /** SHA-256 of each certificate, one after the other: orders paths of one length. */
  public String order() {
    return certificates.stream().map(Certificate::sha256).collect(Collectors.joining(" "));
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof CandidatePath path
            && signed.size() == path.signed.size()
            && certificates.equals(path.certificates));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return certificates + (anchor == null ? ", open" : "");
  }
}
