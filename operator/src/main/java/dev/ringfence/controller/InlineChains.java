package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalSpec;
import dev.ringfence.api.v1alpha1.ChainSource;
import dev.ringfence.gather.RecentValues;
import dev.ringfence.pki.Fingerprint;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chains that renewals hold inline, each kept once. The cache of renewals holds their digests
 * alone; a chain that had to make room is read from the API server again.
 */
final class InlineChains {
  private static final long MAX_CHARACTERS = 16L * 1024 * 1024;

  private final KubernetesClient client;
  private final boolean strips;
  private final RecentValues<String, String> texts;
  private final SharedParts parts = new SharedParts();

  /**
   * @param strips false where renewals are cached as they are
   */
  InlineChains(KubernetesClient client, boolean strips) {
    this(client, strips, MAX_CHARACTERS);
  }

  /** With other room for chains. */
  InlineChains(KubernetesClient client, boolean strips, long maxCharacters) {
    this.client = client;
    this.strips = strips;
    this.texts = new RecentValues<>(maxCharacters, String::length);
  }

  /**
   * Takes the chains out of a renewal that is about to be cached, digests in their place, and lets
   * its status share what others say too.
   */
  CertificateRenewal strip(CertificateRenewal renewal) {
    CacheTrim.metadata(renewal);
    renewal.setStatus(parts.of(renewal.getStatus()));
    CertificateRenewalSpec spec = renewal.getSpec();
    if (spec != null && spec.chain() != null) {
      ChainSource current = spec.currentChain();
      renewal.setSpec(
          with(spec, stripped(spec.chain()), current == null ? null : stripped(current)));
    }
    return renewal;
  }

  /**
   * A cached renewal with its chains; empty if it is not the one in the cluster any more, so that
   * the watch will bring another one.
   */
  Optional<CertificateRenewal> whole(CertificateRenewal cached) {
    CertificateRenewalSpec spec = cached.getSpec();
    if (!strips || spec == null || !(isStripped(spec.chain()) || isStripped(spec.currentChain()))) {
      return Optional.of(cached);
    }
    ChainSource chain = restored(spec.chain());
    ChainSource current = spec.currentChain() == null ? null : restored(spec.currentChain());
    if (chain == null || (current == null && spec.currentChain() != null)) {
      return read(cached);
    }
    return Optional.of(like(cached, with(spec, chain, current)));
  }

  private Optional<CertificateRenewal> read(CertificateRenewal cached) {
    CertificateRenewal found =
        client
            .resources(CertificateRenewal.class)
            .inNamespace(cached.getMetadata().getNamespace())
            .withName(cached.getMetadata().getName())
            .get();
    if (found == null
        || !Objects.equals(found.getMetadata().getUid(), cached.getMetadata().getUid())
        || !Objects.equals(
            found.getMetadata().getGeneration(), cached.getMetadata().getGeneration())) {
      return Optional.empty();
    }
    return Optional.of(like(cached, found.getSpec()));
  }

  /** The cached object itself stays as it is. */
  private static CertificateRenewal like(CertificateRenewal cached, CertificateRenewalSpec spec) {
    CertificateRenewal whole = new CertificateRenewal();
    whole.setMetadata(cached.getMetadata());
    whole.setSpec(spec);
    whole.setStatus(cached.getStatus());
    return whole;
  }

  private static CertificateRenewalSpec with(
      CertificateRenewalSpec spec, ChainSource chain, @Nullable ChainSource current) {
    return new CertificateRenewalSpec(
        chain,
        current,
        spec.serverNames(),
        spec.sipDomains(),
        spec.fleetRefs(),
        spec.policyRef(),
        spec.activationTime(),
        spec.target());
  }

  private static boolean isStripped(@Nullable ChainSource source) {
    return source != null && source.inline() != null;
  }

  private ChainSource stripped(ChainSource source) {
    return source.inline() == null
        ? source
        : new ChainSource(keep(source.inline()), source.configMapKeyRef(), source.secretKeyRef());
  }

  private @Nullable ChainSource restored(ChainSource source) {
    if (source.inline() == null) {
      return source;
    }
    String text = texts.get(source.inline());
    return text == null
        ? null
        : new ChainSource(text, source.configMapKeyRef(), source.secretKeyRef());
  }

  private String keep(String text) {
    String digest = Fingerprint.sha256(text.getBytes(StandardCharsets.UTF_8));
    texts.put(digest, text);
    return digest;
  }
}
