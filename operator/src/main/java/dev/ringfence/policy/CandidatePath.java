package dev.ringfence.policy;

import dev.ringfence.path.CertificationPath;
import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A path that a phone could build.
 *
 * @param signed the end entity first; every certificate whose signature the phone verifies
 * @param anchor the certificate of the store it ends in; null for an open path, whose last issuer
 *     nobody has seen, so that only an incomplete list of the store keeps it possible
 */
public record CandidatePath(List<Certificate> signed, @Nullable Certificate anchor) {
  public CandidatePath {
    signed = List.copyOf(signed);
  }

  public static CandidatePath of(CertificationPath path) {
    return new CandidatePath(path.signed(), path.anchor());
  }

  /** Signed certificates and anchor. */
  public List<Certificate> certificates() {
    if (anchor == null) {
      return signed;
    }
    List<Certificate> all = new ArrayList<>(length());
    all.addAll(signed);
    all.add(anchor);
    return Collections.unmodifiableList(all);
  }

  /** Certificates of the path, an unseen anchor included. */
  public int length() {
    return signed.size() + 1;
  }

  /** SHA-256 of each certificate, one after the other: orders paths of one length. */
  public String order() {
    return certificates().stream().map(Certificate::sha256).collect(Collectors.joining(" "));
  }
}
