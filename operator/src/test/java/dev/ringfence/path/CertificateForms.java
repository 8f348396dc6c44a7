package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.testing.Minted;
import java.util.HexFormat;

/** Certificates that no tool mints. */
final class CertificateForms {
  /** ecdsa-with-SHA256, and the same with a last arc that is not assigned. */
  private static final String ECDSA_SHA256 = "06082a8648ce3d040302";

  private static final String UNASSIGNED = "06082a8648ce3d04037f";

  private CertificateForms() {}

  static Certificate withUnknownSignatureAlgorithm(Minted minted) {
    var hex = HexFormat.of().formatHex(minted.certificate().encoded());
    byte[] changed = HexFormat.of().parseHex(hex.replace(ECDSA_SHA256, UNASSIGNED));
    return new CertificateParser(ParserLimits.parser()).parse(changed, "changed").get(0);
  }
}
