package dev.ringfence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.pki.SignatureVerifier.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TestPkiTest {
  private final SignatureVerifier verifier = new SignatureVerifier();

  @Test
  void chainVerifiesUpToItsSelfSignedRoot() {
    var root = TestPki.rootCa().mint();
    var intermediate = TestPki.intermediateCa(root).mint();
    var endEntity = TestPki.endEntity(intermediate).mint();

    assertThat(verify(endEntity, intermediate)).isEqualTo(Result.VALID);
    assertThat(verify(intermediate, root)).isEqualTo(Result.VALID);
    assertThat(verify(root, root)).isEqualTo(Result.VALID);
    assertThat(verify(endEntity, root)).isEqualTo(Result.INVALID);
    assertThat(endEntity.certificate().authorityKeyIdentifier().orElseThrow().keyIdentifier())
        .isEqualTo(intermediate.certificate().subjectKeyIdentifier());
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void everyKindOfKeySigns(KeyKind kind) {
    var root = TestPki.rootCa().key(kind).mint();

    assertThat(verify(root, root)).isEqualTo(Result.VALID);
  }

  @Test
  void sameSettingsGiveTheSameCertificate() {
    assertThat(TestPki.rootCa().mint().certificate())
        .isEqualTo(TestPki.rootCa().mint().certificate());
  }

  @Test
  void reissuedRootKeepsNameAndKey() {
    var root = TestPki.rootCa().mint();
    var reissued = TestPki.reissueRoot(root).expires(TestPki.NOW).mint().certificate();

    assertThat(reissued).isNotEqualTo(root.certificate());
    assertThat(reissued.publicKey()).isEqualTo(root.certificate().publicKey());
    assertThat(reissued.subject()).isEqualTo(root.certificate().subject());
  }

  private Result verify(Minted child, Minted issuer) {
    return verifier.verify(child.certificate(), issuer.certificate().publicKey());
  }
}
