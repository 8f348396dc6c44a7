package dev.ringfence.catalog;

import dev.ringfence.pki.Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that a catalog speaks of.
 *
 * @param id unique within its catalog
 * @param certificate null if it is known by its digest only
 * @param origin where the encoding was taken from
 */
public record CatalogCertificate(
    String id,
    String sha256,
    String subject,
    Instant notBefore,
    Instant notAfter,
    @Nullable Certificate certificate,
    @Nullable String origin) {
  public static CatalogCertificate of(String id, Certificate certificate, @Nullable String origin) {
    return new CatalogCertificate(
        id,
        certificate.sha256(),
        certificate.subject().rfc4514(),
        certificate.validity().notBefore(),
        certificate.validity().notAfter(),
        certificate,
        origin);
  }
}
