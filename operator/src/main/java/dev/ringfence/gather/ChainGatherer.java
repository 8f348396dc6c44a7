package dev.ringfence.gather;

import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.CertificateFormatException;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.policy.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Reads a chain as it is served. The order is kept as it is: whether it is a good one is for the
 * rules to say.
 */
public final class ChainGatherer {
  /** Reason of the problem of a chain that cannot be read. */
  public static final String UNREADABLE = "ChainUnreadable";

  private final CertificateParser parser = new CertificateParser(ParserLimits.doors());

  /**
   * Reads one chain, in PEM, DER or PKCS#7 form.
   *
   * @param source names the input in messages, such as {@code spec.chain.inline}
   * @throws UnresolvedInputException if there is no certificate in it, or anything else
   */
  public CertificateChain gather(byte[] input, String source) {
    try {
      return new CertificateChain(parser.parse(input, source));
    } catch (CertificateFormatException e) {
      throw new UnresolvedInputException(
          new Problem(UNREADABLE, Objects.requireNonNull(e.getMessage()), true));
    }
  }

  /** The same for text; characters beyond ASCII outside of the certificates do no harm. */
  public CertificateChain gather(String pem, String source) {
    return gather(pem.getBytes(StandardCharsets.UTF_8), source);
  }
}
