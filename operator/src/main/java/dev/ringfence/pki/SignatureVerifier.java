package dev.ringfence.pki;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Verifies signatures of certificates and remembers the results: each pair of certificate and key
 * is verified once in the life of an instance. Safe for use by several threads.
 */
public final class SignatureVerifier {
  private static final int MAX_REMEMBERED = 50_000;

  /** What came of a verification. */
  public enum Result {
    VALID,
    /** Also: the key's type is not the algorithm's, or the two algorithm fields differ. */
    INVALID,
    /**
     * Nothing is known of the signature: the algorithm, curve or parameters are not implemented.
     */
    UNSUPPORTED
  }

  private record Pair(String certificateSha256, String spkiSha256) {}

  private final ConcurrentMap<Pair, Result> results = new ConcurrentHashMap<>();
  private final LongAdder verifications = new LongAdder();

  public Result verify(Certificate child, PublicKeyInfo issuerKey) {
    var pair = new Pair(child.sha256(), issuerKey.spkiSha256());
    var known = results.get(pair);
    if (known != null) {
      return known;
    }
    if (results.size() >= MAX_REMEMBERED) {
      results.clear();
    }
    return results.computeIfAbsent(pair, absent -> compute(child, issuerKey));
  }

  /** How many signature operations were really carried out. */
  public long verifications() {
    return verifications.sum();
  }

  private Result compute(Certificate child, PublicKeyInfo issuerKey) {
    if (!child.signatureAlgorithmsAgree()) {
      return Result.INVALID;
    }
    verifications.increment();
    return SignatureCheck.of(child, issuerKey);
  }
}
