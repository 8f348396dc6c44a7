package dev.ringfence.cases;

import dev.ringfence.path.CertificateGraph;
import dev.ringfence.path.PathFailure;
import dev.ringfence.path.PathProfile;
import dev.ringfence.path.PathQuestion;
import dev.ringfence.path.PathVerdict;
import dev.ringfence.path.Purpose;
import dev.ringfence.path.TrustStore;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateFormatException;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.KeyUsage;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges cases of x509-limbo. Those of the name space {@code webpki} ask for what the CA/Browser
 * Forum demands as well; two cases with the same chain and opposite results differ in nothing else.
 */
public final class LimboJudge {
  private static final int MAX_PARSED = 1_000;
  private static final String WEB = "webpki::";

  private final Instant now;
  private final CertificateParser parser =
      CertificateParser.keepingUndecodable(ParserLimits.parser());
  private final SignatureVerifier verifier = new SignatureVerifier();

  /** Neighbouring cases share certificates; the latest are kept. */
  private final Map<String, Certificate> parsed =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Certificate> eldest) {
          return size() > MAX_PARSED;
        }
      };

  /**
   * @param now for the cases that name no instant
   */
  public LimboJudge(Instant now) {
    this.now = now;
  }

  /** What a harness reports. */
  public LimboResult judge(LimboCase limbo, PathProfile profile) {
    Optional<String> skipped = LimboScope.outside(limbo);
    if (skipped.isPresent()) {
      return new LimboResult(limbo.id(), LimboResult.Actual.SKIPPED, skipped.get());
    }
    LimboCase.PeerName peer = limbo.peerName();
    try {
      Certificate endEntity = parse(limbo.peer());
      Optional<String> use = missingUse(limbo, endEntity);
      if (use.isPresent()) {
        return failure(limbo, use.get());
      }
      Integer maxDepth = limbo.maxDepth();
      PathProfile limited = maxDepth == null ? profile : profile.withMaximumIntermediates(maxDepth);
      return result(limbo, verdict(limbo, limited, peer == null ? null : peer.value()));
    } catch (CertificateFormatException e) {
      return failure(limbo, "unreadable: " + e.getMessage());
    }
  }

  /**
   * The verdict of a profile alone, whatever else the case asks for. An anchor that cannot be read
   * is not there, as in a trust store.
   *
   * @throws CertificateFormatException if a served certificate cannot be read
   */
  public PathVerdict verdict(LimboCase limbo, PathProfile profile, @Nullable String serverName) {
    List<Certificate> served = new ArrayList<>();
    served.add(parse(limbo.peer()));
    limbo.intermediates().forEach(pem -> served.add(parse(pem)));
    List<Certificate> anchors = new ArrayList<>();
    limbo.trusted().forEach(pem -> readable(pem).ifPresent(anchors::add));
    List<Certificate> all = new ArrayList<>(served);
    all.addAll(anchors);
    return new PathQuestion(
            profile,
            served,
            new TrustStore("limbo", anchors),
            limbo.at() == null ? now : limbo.at(),
            serverName,
            limbo.id().startsWith(WEB) ? Purpose.WEB_SERVER : Purpose.SERVER)
        .answer(new CertificateGraph(all, verifier));
  }

  private static LimboResult result(LimboCase limbo, PathVerdict verdict) {
    PathFailure failure = verdict.failure();
    if (failure == null) {
      return new LimboResult(limbo.id(), LimboResult.Actual.SUCCESS, null);
    }
    String undetermined = failure.undetermined() ? "undetermined: " : "";
    return failure(limbo, undetermined + failure.reason() + ": " + failure.detail());
  }

  private static LimboResult failure(LimboCase limbo, String context) {
    return new LimboResult(limbo.id(), LimboResult.Actual.FAILURE, context);
  }

  /** A certificate without the extension may be used for everything (RFC 5280 4.2.1.3). */
  private static Optional<String> missingUse(LimboCase limbo, Certificate endEntity) {
    Optional<KeyUsage> keyUsage = endEntity.keyUsage();
    return limbo.keyUsages().stream()
        .filter(word -> keyUsage.isPresent() && !keyUsage.get().allows(use(word)))
        .findFirst()
        .map(word -> "The key usage of %s lacks %s.".formatted(endEntity, word));
  }

  /** {@code keyCertSign} is KEY_CERT_SIGN; {@link LimboScope} knows that there is one. */
  static KeyUsage.Use use(String word) {
    return KeyUsage.Use.valueOf(
        word.replace("cRL", "crl").replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
  }

  private Optional<Certificate> readable(String pem) {
    try {
      return Optional.of(parse(pem));
    } catch (CertificateFormatException e) {
      return Optional.empty();
    }
  }

  private Certificate parse(String pem) {
    Certificate known = parsed.get(pem);
    if (known == null) {
      known = parser.parse(pem.getBytes(StandardCharsets.UTF_8), "limbo").get(0);
      parsed.put(pem, known);
    }
    return known;
  }
}
