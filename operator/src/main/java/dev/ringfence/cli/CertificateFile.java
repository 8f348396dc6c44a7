package dev.ringfence.cli;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateFormatException;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import java.util.List;

/**
 * Reads the certificates of a file that a flag names. Whether an extension that cannot be decoded
 * matters is for the path builder to say.
 */
final class CertificateFile {
  private CertificateFile() {}

  static List<Certificate> read(
      CommandEnvironment environment, String flag, String name, ParserLimits limits) {
    InputFile file =
        InputFile.of(environment, flag, name, "certificates in PEM, DER or PKCS#7 form");
    byte[] content = file.bytes(limits.maxInputBytes());
    try {
      return CertificateParser.keepingUndecodable(limits).parse(content, file.toString());
    } catch (CertificateFormatException e) {
      throw new UnreadableException(String.valueOf(e.getMessage()), e);
    }
  }
}
