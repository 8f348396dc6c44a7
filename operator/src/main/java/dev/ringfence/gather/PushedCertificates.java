package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.PushedTrust;
import dev.ringfence.api.v1alpha1.WebServiceTrust;
import dev.ringfence.fleet.CertificateWebService;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateFormatException;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the certificates that are pushed to the phones of a fleet. */
final class PushedCertificates {
  private static final String DIRECTORY = "spec.provisionedTrust.activeDirectory";
  private static final String SERVICE = "spec.provisionedTrust.certificateWebService";
  private static final int MAX_TEXTS = 32;
  private static final int MAX_PORT = 65_535;
  private static final List<Integer> DEFAULT_PORTS = List.of(80, 443);

  private final CertificateParser parser = new CertificateParser(ParserLimits.doors());
  private final Refusals refusals;

  PushedCertificates(Refusals refusals) {
    this.refusals = refusals;
  }

  ProvisionedTrust read(@Nullable PushedTrust written) {
    if (written == null) {
      return ProvisionedTrust.none();
    }
    return new ProvisionedTrust(
        certificates(DIRECTORY, written.activeDirectory()),
        webService(written.certificateWebService()));
  }

  /**
   * InferCertChainFromSSL switches TrustedCACerts off, and its default is not documented: where it
   * is not said to be off, it counts as on.
   */
  private @Nullable CertificateWebService webService(@Nullable WebServiceTrust written) {
    if (written == null) {
      return null;
    }
    for (int port : written.ports()) {
      if (port < 1 || port > MAX_PORT) {
        refusals.add(SERVICE + ".ports", "expected 1 to %d, found %d.".formatted(MAX_PORT, port));
      }
    }
    return new CertificateWebService(
        certificates(SERVICE + ".trustedCACerts", written.trustedCaCerts()),
        !Boolean.FALSE.equals(written.inferCertChainFromSsl()),
        written.ports().isEmpty() ? DEFAULT_PORTS : written.ports());
  }

  private List<Certificate> certificates(String field, List<String> texts) {
    if (texts.size() > MAX_TEXTS) {
      refusals.add(
          field, "expected at most %d texts, found %d.".formatted(MAX_TEXTS, texts.size()));
      return List.of();
    }
    Set<Certificate> certificates = new LinkedHashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      var place = "%s[%d]".formatted(field, i);
      try {
        certificates.addAll(
            parser.parse(texts.get(i).getBytes(StandardCharsets.UTF_8), "the text"));
      } catch (CertificateFormatException e) {
        refusals.add(place, String.valueOf(e.getMessage()));
      }
    }
    return List.copyOf(certificates);
  }
}
