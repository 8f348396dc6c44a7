package dev.ringfence.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.SignatureVerifier.Result;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** End entity and self-signed root of 22 keys and algorithms, made by OpenSSL. */
final class AlgorithmMatrixTest {
  private static final String FOLDER = "chains/algorithm-matrix";

  @Test
  void namesEveryFileOfTheFolder() throws IOException {
    try (var files = Files.list(Suites.file(FOLDER))) {
      assertThat(files.filter(file -> file.toString().endsWith(".pem"))).hasSize(22);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ec-brainpoolP256r1-sha256, ec-brainpoolP256r1, ecdsa-with-SHA256, SHA-256",
    "ec-prime256v1-sha1,        ec-secp256r1,       ecdsa-with-SHA1,   SHA-1",
    "ec-prime256v1-sha256,      ec-secp256r1,       ecdsa-with-SHA256, SHA-256",
    "ec-secp384r1-sha256,       ec-secp384r1,       ecdsa-with-SHA256, SHA-256",
    "ec-secp384r1-sha384,       ec-secp384r1,       ecdsa-with-SHA384, SHA-384",
    "ec-secp521r1-sha256,       ec-secp521r1,       ecdsa-with-SHA256, SHA-256",
    "ed25519,                   ed25519,            ed25519,           ",
    "ed448,                     ed448,              ed448,             ",
    "psskey-sha256,             rsassaPss-2048,     rsassaPss,         SHA-256",
    "rsa1024-sha256,            rsa-1024, sha256WithRSAEncryption,     SHA-256",
    "rsa2048-md5,               rsa-2048, md5WithRSAEncryption,        MD5",
    "rsa2048-pss-sha1,          rsa-2048, rsassaPss,                   SHA-1",
    "rsa2048-pss-sha256,        rsa-2048, rsassaPss,                   SHA-256",
    "rsa2048-sha1,              rsa-2048, sha1WithRSAEncryption,       SHA-1",
    "rsa2048-sha224,            rsa-2048, sha224WithRSAEncryption,     SHA-224",
    "rsa2048-sha256,            rsa-2048, sha256WithRSAEncryption,     SHA-256",
    "rsa2048-sha3-256,          rsa-2048, sha3-256WithRSAEncryption,   SHA3-256",
    "rsa2048-sha384,            rsa-2048, sha384WithRSAEncryption,     SHA-384",
    "rsa2048-sha512,            rsa-2048, sha512WithRSAEncryption,     SHA-512",
    "rsa3072-sha256,            rsa-3072, sha256WithRSAEncryption,     SHA-256",
    "rsa4096-sha256,            rsa-4096, sha256WithRSAEncryption,     SHA-256",
    "rsa8192-sha256,            rsa-8192, sha256WithRSAEncryption,     SHA-256",
  })
  void verifiesAndNames(String file, String key, String algorithm, @Nullable String hash) {
    var path = FOLDER + "/" + file + ".pem";
    var parsed = new CertificateParser(ParserLimits.doors()).parse(Suites.bytes(path), file);
    var endEntity = parsed.get(0);
    var root = parsed.get(1);
    var verifier = new SignatureVerifier();

    assertThat(root.publicKey().name()).isEqualTo(key);
    assertThat(endEntity.signatureAlgorithm().name()).isEqualTo(algorithm);
    assertThat(endEntity.signatureAlgorithm().hash()).isEqualTo(Optional.ofNullable(hash));
    assertThat(verifier.verify(endEntity, root.publicKey())).isEqualTo(Result.VALID);
    assertThat(verifier.verify(root, root.publicKey())).isEqualTo(Result.VALID);
    assertThat(verifier.verify(root, endEntity.publicKey())).isEqualTo(Result.INVALID);
  }
}
