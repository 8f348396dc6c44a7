package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.endEntity;
import static dev.ringfence.path.PathFixture.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.Certificate;
import dev.ringfence.testing.Minted;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;

final class KeyIdentifiersTest {
  private static final String EXTENSION = "2.5.29.35";

  private final Minted root = root("Root").serialNumber(7).mint();

  private Certificate child(AuthorityKeyIdentifier identifier) throws IOException {
    return endEntity(root)
        .withoutKeyIdentifiers()
        .extension(EXTENSION, false, identifier.getEncoded())
        .mint()
        .certificate();
  }

  private static GeneralNames names(String... names) {
    var all = new GeneralName[names.length];
    for (int i = 0; i < names.length; i++) {
      all[i] = new GeneralName(new X500Name(names[i]));
    }
    return new GeneralNames(all);
  }

  private boolean fits(Certificate child) {
    return KeyIdentifiers.fit(child, root.certificate());
  }

  @Test
  void nothingSaidFits() {
    assertThat(fits(endEntity(root).withoutKeyIdentifiers().mint().certificate())).isTrue();
    assertThat(fits(endEntity(root).mint().certificate())).isTrue();
  }

  @Test
  void keyIdentifierMustBeTheIssuersIfItHasOne() throws IOException {
    var other = child(new AuthorityKeyIdentifier(new byte[] {1, 2, 3}));
    var bareRoot = root("Root").withoutKeyIdentifiers().mint();

    assertThat(fits(other)).isFalse();
    assertThat(KeyIdentifiers.fit(other, bareRoot.certificate())).isTrue();
  }

  @Test
  void issuerAndSerialNumberMustBeThoseOfTheIssuersCertificate() throws IOException {
    assertThat(fits(child(new AuthorityKeyIdentifier(names("CN=Root"), BigInteger.valueOf(7)))))
        .isTrue();
    assertThat(fits(child(new AuthorityKeyIdentifier(names("CN=Root"), BigInteger.valueOf(8)))))
        .isFalse();
    assertThat(fits(child(new AuthorityKeyIdentifier(names("CN=Other"), BigInteger.valueOf(7)))))
        .isFalse();
  }

  @Test
  void firstOfSeveralIssuersCounts() throws IOException {
    var number = BigInteger.valueOf(7);

    assertThat(fits(child(new AuthorityKeyIdentifier(names("CN=Root", "CN=Other"), number))))
        .isTrue();
    assertThat(fits(child(new AuthorityKeyIdentifier(names("CN=Other", "CN=Root"), number))))
        .isFalse();
  }
}
