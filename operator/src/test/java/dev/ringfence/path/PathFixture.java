package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.CertificateMint;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Certificates on small keys, and searches over exactly those that are served or held. */
final class PathFixture {
  final SignatureVerifier verifier = new SignatureVerifier();
  final SearchBudget budget = SearchBudget.standard();

  static CertificateMint root(String name) {
    return TestPki.rootCa().subject("CN=" + name).key(KeyKind.EC_P256);
  }

  static CertificateMint intermediate(String name, Minted issuer) {
    return TestPki.intermediateCa(issuer).subject("CN=" + name).key(KeyKind.EC_P256);
  }

  static CertificateMint endEntity(Minted issuer) {
    return TestPki.endEntity(issuer).key(KeyKind.EC_P256);
  }

  static List<Certificate> certificates(Minted... minted) {
    return Arrays.stream(minted).map(Minted::certificate).toList();
  }

  static TrustStore store(Minted... anchors) {
    return new TrustStore("test", certificates(anchors));
  }

  static CertificationPath path(Minted... minted) {
    return new CertificationPath(certificates(minted));
  }

  CertificateGraph graph(List<Certificate> served, TrustStore store) {
    var all = new ArrayList<>(served);
    all.addAll(store.anchors());
    return new CertificateGraph(all, verifier);
  }

  /** From what is served and held, with the held ones as anchors. */
  CandidatePaths candidates(TrustStore store, Minted... served) {
    var usable = new ArrayList<>(certificates(served));
    usable.addAll(store.anchors());
    return CandidatePaths.search(
        graph(certificates(served), store), served[0].certificate(), usable, store::holds, budget);
  }

  /** Accepts whatever is built. */
  BuiltPath build(PathProfile profile, TrustStore store, Minted... served) {
    return build(profile, store, TestPki.NOW, path -> null, served);
  }

  /** With the profile's own validator, for a server of any name. */
  BuiltPath validate(PathProfile profile, TrustStore store, Instant at, Minted... served) {
    return build(profile, store, at, new PathValidator(profile, at, null, Purpose.SERVER), served);
  }

  private BuiltPath build(
      PathProfile profile,
      TrustStore store,
      Instant at,
      PathAcceptance acceptance,
      Minted... served) {
    var certificates = certificates(served);
    return new PathBuilder(graph(certificates, store))
        .build(profile, certificates, store, at, acceptance, budget);
  }
}
