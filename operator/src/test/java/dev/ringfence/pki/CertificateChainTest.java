package dev.ringfence.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.testing.TestPki;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CertificateChainTest {
  private final Certificate root = TestPki.rootCa().mint().certificate();
  private final Certificate endEntity =
      TestPki.endEntity(TestPki.rootCa().mint()).mint().certificate();

  @Test
  void hashesTheCertificatesAsServed() throws IOException, GeneralSecurityException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(endEntity.encoded());
    bytes.write(root.encoded());
    bytes.write(root.encoded());
    var expected =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));

    var chain = new CertificateChain(List.of(endEntity, root, root));

    assertThat(chain.sha256()).isEqualTo(expected);
    assertThat(chain.endEntity()).isEqualTo(endEntity);
    assertThat(chain.sha256())
        .isNotEqualTo(new CertificateChain(List.of(endEntity, root)).sha256())
        .isNotEqualTo(new CertificateChain(List.of(root, endEntity, root)).sha256());
  }

  @Test
  void holdsAtLeastOneCertificate() {
    assertThatThrownBy(() -> new CertificateChain(List.of()))
        .hasMessage("a certificate chain has no certificate, expected 1 or more");
  }
}
