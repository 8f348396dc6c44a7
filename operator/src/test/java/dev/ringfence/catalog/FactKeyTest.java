package dev.ringfence.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactKeyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "signature.md2WithRSAEncryption",
        "signature.sha1WithRSAEncryption",
        "signature.sha224WithRSAEncryption",
        "signature.sha512WithRSAEncryption",
        "signature.sha512-256WithRSAEncryption",
        "signature.sha3-256WithRSAEncryption",
        "signature.rsassaPss",
        "signature.ecdsa-with-SHA1",
        "signature.ecdsa-with-SHA384",
        "signature.ecdsa-with-SHA3-512",
        "signature.dsa-with-SHA1",
        "signature.ed25519",
        "signature.1.2.840.113549.1.1.99",
        "publicKey.rsa-512",
        "publicKey.rsa-16384",
        "publicKey.rsassaPss-2048",
        "publicKey.ec-secp256r1",
        "publicKey.ec-brainpoolP256r1",
        "publicKey.ec-1.3.36.3.3.2.8.1.1.7",
        "publicKey.dsa-1024",
        "publicKey.ed448",
        "publicKey.other-1.2.3.4",
        "path.length-1",
        "path.length-16",
        "path.fetchesIntermediates",
        "path.enforcesAnchorExpiry",
        "check.serverName",
        "check.sipDomain",
        "check.criticalExtensions",
        "tls.1.0",
        "tls.1.3",
        "provisioning.activeDirectory.UsbTether",
        "provisioning.certificateWebService.Pin",
        "provisioning.inferCertChainFromSSL.ignoresTrustedCACerts",
      })
  void theGrammarHasTheseKeys(String id) {
    assertThat(FactKey.parse(id)).contains(new FactKey(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "signature.",
        "signature.sha256",
        "signature.sha256WithRSA",
        "signature.SHA256WithRSAEncryption",
        "signature.sha3224WithRSAEncryption",
        "signature.ecdsa-with-SHA",
        "signature.3.2.1",
        "publicKey.rsa",
        "publicKey.rsa-0",
        "publicKey.rsa-2048 ",
        "publicKey.ec-",
        "trusts.abc",
        "path.length-0",
        "path.length-17",
        "path.length-04",
        "check.everything",
        "tls.1.4",
        "provisioning.activeDirectory.Undeclared",
        "provisioning.usb.Pin",
      })
  void anythingElseIsNoKey(String id) {
    assertThat(FactKey.parse(id)).isEmpty();
    assertThatThrownBy(() -> new FactKey(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"%s\" is not the key of a fact".formatted(id));
  }

  @Test
  void aTrustKeyHoldsALowerCaseDigest() {
    var digest = "0123456789abcdef".repeat(4);

    assertThat(FactKey.trusts(digest).trustedSha256()).contains(digest);
    assertThat(FactKey.parse("trusts." + digest.toUpperCase(java.util.Locale.ROOT))).isEmpty();
    assertThat(FactKey.CHECKS_DATES.trustedSha256()).isEmpty();
  }

  @Test
  void aPathMayBeTooLongToBeSpokenOf() {
    assertThat(FactKey.pathLength(4)).contains(new FactKey("path.length-4"));
    assertThat(FactKey.pathLength(17)).isEmpty();
  }
}
