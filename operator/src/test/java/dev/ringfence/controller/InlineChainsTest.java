package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InlineChainsTest {
  private static final String PEM = Manifests.chain(Manifests.ROOT);

  private final OperatorRig rig = new OperatorRig();

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aCachedRenewalHoldsNoChainAndGetsItBack() {
    InlineChains chains = new InlineChains(rig.client(), true);

    CertificateRenewal cached = chains.strip(renewal(PEM));

    assertThat(Serialization.asYaml(cached)).doesNotContain("CERTIFICATE");
    assertThat(inline(chains.whole(cached))).isEqualTo(PEM.strip() + "\n");
    assertThat(Serialization.asYaml(cached)).doesNotContain("CERTIFICATE");
  }

  /** Somebody who writes what the cache writes gets what he wrote, not another one's chain. */
  @Test
  void aDigestInPlaceOfAChainIsNoChain() {
    InlineChains chains = new InlineChains(rig.client(), true);
    String digest = Objects.requireNonNull(chains.strip(renewal(PEM)).getSpec().chain().inline());

    CertificateRenewal cached = chains.strip(renewal(digest));

    assertThat(inline(chains.whole(cached))).isEqualTo(digest + "\n");
  }

  @Test
  void aChainThatMadeRoomIsReadAgain() {
    InlineChains chains = new InlineChains(rig.client(), true, 10);
    rig.apply(manifest(PEM));
    CertificateRenewal cached = chains.strip(Objects.requireNonNull(rig.renewal("pool")));

    assertThat(inline(chains.whole(cached))).isEqualTo(PEM.strip() + "\n");
  }

  @Test
  void aChainOfAnotherGenerationIsNotThatOfTheCache() {
    InlineChains chains = new InlineChains(rig.client(), true, 10);
    rig.apply(manifest(PEM));
    CertificateRenewal cached = chains.strip(Objects.requireNonNull(rig.renewal("pool")));
    rig.apply(manifest(Manifests.chain(Manifests.OTHER_ROOT)));

    assertThat(chains.whole(cached)).isEmpty();
  }

  @Test
  void whereCachesKeepWholeRenewalsNothingIsLookedUp() {
    CertificateRenewal cached = renewal(PEM);

    assertThat(new InlineChains(rig.client(), false).whole(cached)).contains(cached);
  }

  private static String inline(Optional<CertificateRenewal> renewal) {
    return String.valueOf(renewal.orElseThrow().getSpec().chain().inline());
  }

  private static CertificateRenewal renewal(String pem) {
    return Serialization.unmarshal(manifest(pem), CertificateRenewal.class);
  }

  private static String manifest(String pem) {
    return Manifests.renewal("pool", pem, "desk-phones");
  }
}
