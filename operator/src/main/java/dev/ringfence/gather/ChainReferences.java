package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.ChainSource;
import dev.ringfence.api.v1alpha1.KeyRef;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Problem;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Follows a chain source to its certificates. */
final class ChainReferences {
  static final String SOURCE_AMBIGUOUS = "ChainSourceAmbiguous";
  static final String TOO_LARGE = "ChainTooLarge";

  /** What the schema admits inline. */
  private static final int MAX_BYTES = 131_072;

  private static final int MAX_KEPT = 1024;

  /** Chains are far shorter; a longer text is read each time. */
  private static final int MAX_KEPT_LENGTH = 32_768;

  private final Resources resources;
  private final ChainGatherer gatherer = new ChainGatherer();

  /** Many renewals bring one chain; a text that cannot be read is read again. */
  private final RecentValues<String, CertificateChain> inline =
      new RecentValues<>(MAX_KEPT, chain -> 1);

  ChainReferences(Resources resources) {
    this.resources = resources;
  }

  /**
   * @param field names the source in messages
   * @throws UnresolvedInputException if it cannot be had
   */
  CertificateChain chain(String namespace, @Nullable ChainSource source, String field) {
    if (source == null || sources(source) != 1) {
      throw new UnresolvedInputException(
          new Problem(
              SOURCE_AMBIGUOUS,
              field + ": expected exactly one of inline, configMapKeyRef and secretKeyRef.",
              true));
    }
    if (source.inline() != null) {
      return inline(source.inline(), field + ".inline");
    }
    KeyRef map = source.configMapKeyRef();
    if (map != null) {
      return chain(
          resources.configMapValue(namespace, map.name(), map.key()),
          "ConfigMap %s, key %s".formatted(map.name(), map.key()));
    }
    KeyRef secret = source.secretKeyRef();
    if (secret == null) {
      throw new IllegalStateException("One source is given.");
    }
    return chain(
        resources.secretValue(namespace, secret.name(), secret.key()),
        "Secret %s, key %s".formatted(secret.name(), secret.key()));
  }

  private CertificateChain inline(String text, String source) {
    CertificateChain known = inline.get(text);
    if (known != null) {
      return known;
    }
    CertificateChain read = gatherer.gather(text, source);
    if (text.length() <= MAX_KEPT_LENGTH) {
      inline.put(text, read);
    }
    return read;
  }

  private CertificateChain chain(Content content, String source) {
    byte[] bytes;
    try (InputStream in = content.open()) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new UnresolvedInputException(
          new Problem(
              ChainGatherer.UNREADABLE,
              "%s could not be read: %s.".formatted(source, e.getMessage()),
              false));
    }
    if (bytes.length > MAX_BYTES) {
      throw new UnresolvedInputException(
          new Problem(
              TOO_LARGE,
              "%s is longer than %d bytes; expected one chain.".formatted(source, MAX_BYTES),
              true));
    }
    return gatherer.gather(bytes, source);
  }

  private static int sources(ChainSource source) {
    return (source.inline() == null ? 0 : 1)
        + (source.configMapKeyRef() == null ? 0 : 1)
        + (source.secretKeyRef() == null ? 0 : 1);
  }
}
