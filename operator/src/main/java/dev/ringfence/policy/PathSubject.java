package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.path.CertificateGraph;
import dev.ringfence.path.CertificationPath;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.pki.Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One candidate path as one firmware meets it.
 *
 * @param trust how the same group trusts any other certificate
 */
public record PathSubject(
    CandidatePath path,
    FirmwareFacts facts,
    GroupTrust trust,
    CertificateGraph graph,
    SearchBudget budget,
    Instant at) {
  /** Null exactly if the path is open. */
  public @Nullable AnchorTrust anchorTrust() {
    Certificate anchor = path.anchor();
    return anchor == null ? null : trust.of(anchor);
  }

  public Certificate endEntity() {
    return path.signed().isEmpty() ? path.certificates().get(0) : path.signed().get(0);
  }

  /**
   * The path for the checks of RFC 5280; an open one ends in the last certificate that is known,
   * which is held by nobody.
   */
  public CertificationPath certificationPath() {
    int held = path.anchor() == null ? 0 : 1;
    return new CertificationPath(path.certificates(), path.certificates().size() - held);
  }

  /** Model or family and firmware, for messages. */
  public String phone() {
    return trust.phone();
  }
}
