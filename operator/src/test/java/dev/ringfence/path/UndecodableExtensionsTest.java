package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.root;
import static dev.ringfence.path.PathFixture.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateFormatException;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ExtensionOid;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An alternative name that is no name: some libraries pass over it, some refuse the certificate.
 */
final class UndecodableExtensionsTest {
  private static final byte[] NO_NAMES = {0x30, 0x03, 0x04, 0x01, 0x00};
  private static final CertificateParser KEEPING =
      CertificateParser.keepingUndecodable(ParserLimits.parser());

  private final PathFixture fixture = new PathFixture();
  private final Minted root = root("Root").mint();

  private static byte[] undecodable(Minted issuer) {
    return TestPki.endEntity(issuer)
        .key(KeyKind.EC_P256)
        .dnsNames()
        .extension(ExtensionOid.SUBJECT_ALTERNATIVE_NAME, false, NO_NAMES)
        .encoded();
  }

  private static Certificate kept(byte[] encoded) {
    return KEEPING.parse(encoded, "test").get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "openssl-1.0.0, A",
    "openssl-1.0.2, A",
    "openssl-1.1.1, IssuerMissing",
    "openssl-3.0, IssuerMissing",
    "rfc5280, ExtensionUndecodable",
    "served-order, ExtensionUndecodable",
  })
  void profilesDiffer(String name, String expected) {
    var target = kept(undecodable(root));
    var profile = PathProfiles.named(name);
    var all = new ArrayList<>(List.of(target, root.certificate()));

    var failure =
        new PathBuilder(new CertificateGraph(all, fixture.verifier))
            .build(
                profile,
                List.of(target),
                store(root),
                TestPki.NOW,
                new PathValidator(profile, TestPki.NOW, null, Purpose.SERVER),
                fixture.budget)
            .failure();

    assertThat(failure == null ? "A" : failure.reason()).isEqualTo(expected);
    assertThat(target.undecodableExtensionOids())
        .containsExactly(ExtensionOid.SUBJECT_ALTERNATIVE_NAME);
    assertThat(target.subjectAlternativeNames().present()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void otherParsersRefuseTheCertificate(boolean doors) {
    var limits = doors ? ParserLimits.doors() : ParserLimits.parser();
    var encoded = undecodable(root);

    assertThatThrownBy(() -> new CertificateParser(limits).parse(encoded, "test"))
        .isInstanceOf(CertificateFormatException.class);
  }

  /** The certificate's distribution point gets the identifier of alternative names. */
  @Test
  void ofTwoOfAKindNoneCounts() {
    var hex = HexFormat.of().formatHex(TestPki.endEntity(root).key(KeyKind.EC_P256).encoded());
    var encoded = HexFormat.of().parseHex(hex.replace("0603551d1f", "0603551d11"));

    var certificate = kept(encoded);

    assertThat(certificate.undecodableExtensionOids())
        .containsExactly(ExtensionOid.SUBJECT_ALTERNATIVE_NAME);
    assertThat(certificate.subjectAlternativeNames().present()).isFalse();
    assertThatThrownBy(() -> new CertificateParser(ParserLimits.parser()).parse(encoded, "test"))
        .hasMessageContaining("appears twice");
  }
}
