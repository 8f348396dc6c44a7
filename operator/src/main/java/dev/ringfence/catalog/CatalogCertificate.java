package dev.ringfence.catalog;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.StoredCertificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that a catalog speaks of.
 *
 * @param id unique within its catalog
 * @param encoding null if it is known by its digest only
 * @param origin where the encoding was taken from
 */
public record CatalogCertificate(
    String id,
    String sha256,
    String subject,
    Instant notBefore,
    Instant notAfter,
    @Nullable StoredCertificate encoding,
    @Nullable String origin) {
  public static CatalogCertificate of(String id, Certificate certificate, @Nullable String origin) {
    return new CatalogCertificate(
        id,
        certificate.sha256(),
        certificate.subject().rfc4514(),
        certificate.validity().notBefore(),
        certificate.validity().notAfter(),
        StoredCertificate.of(certificate),
        origin);
  }

  /** Read when it is first asked for; null if it is known by its digest only. */
  public @Nullable Certificate certificate() {
    return encoding == null ? null : encoding.certificate();
  }
}
