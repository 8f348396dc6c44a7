package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.endEntity;
import static dev.ringfence.path.PathFixture.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.Certificate;
import dev.ringfence.testing.Minted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerNameMatchTest {
  private final Minted root = root("Root").mint();

  private Certificate named(String... dnsNames) {
    return endEntity(root).subject("CN=common.example.com").dnsNames(dnsNames).mint().certificate();
  }

  @ParameterizedTest
  @CsvSource({
    "pool.example.com,      pool.example.com,  true",
    "POOL.example.com,      pool.EXAMPLE.com,  true",
    "pool.example.com.,     pool.example.com,  true",
    "pool.example.com,      sip.example.com,   false",
    "pool.example.com,      *.example.com,     true",
    "a.pool.example.com,    *.example.com,     false",
    "example.com,           *.example.com,     false",
    "pool.example.com,      *,                 false",
    "com,                   *,                 false",
    "example.com,           *.com,             false",
    "pool.example.com,      po*.example.com,   false",
    "pool.sub.example.com,  pool.*.example.com,false",
    "a.b.example.com,       *.*.example.com,   false",
    "*.example.com,         *.example.com,     true",
  })
  void dnsNames(String wanted, String presented, boolean matches) {
    assertThat(ServerNameMatch.matches(wanted, named(presented))).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "pool.example.com,      pool.example.com,      true",
    "pool.example.com,      *.example.com,         true",
    "a.pool.example.com,    *.example.com,         false",
    "example.com,           *.com,                 false",
    "pool.example.com,      po*.example.com,       true",
    "po.example.com,        po*.example.com,       true",
    "pool.example.com,      *ol.example.com,       true",
    "pool.example.com,      p*l.example.com,       false",
    "pool.example.com,      **.example.com,        false",
    "pool.sub.example.com,  pool.*.example.com,    false",
    "po_l.example.com,      *.example.com,         false",
    "xn--pool.example.com,  x*.example.com,        true",
    "xn--pool.example.com,  xn--p*.example.com,    false",
    "xn--pool.example.com,  *l.example.com,        false",
    "xn--pool.example.com,  *.example.com,         true",
    "p.example.com,         pp*pp.example.com,     false",
  })
  void partsOfALabel(String wanted, String presented, boolean matches) {
    var certificate = named(presented);

    assertThat(ServerNameMatch.matches(wanted, certificate, true, WildcardNames.PART_OF_LABEL))
        .isEqualTo(matches);
  }

  @Test
  void anyOfTheNamesWillDo() {
    var certificate = named("sip.example.com", "pool.example.com");

    assertThat(ServerNameMatch.matches("pool.example.com", certificate)).isTrue();
  }

  @Test
  void commonNameCountsOnlyWithoutDnsName() {
    assertThat(ServerNameMatch.matches("common.example.com", named())).isTrue();
    assertThat(ServerNameMatch.matches("common.example.com", named("pool.example.com"))).isFalse();
    assertThat(ServerNameMatch.matches("common.example.com", named(), false)).isFalse();
  }

  @Test
  void ipAddressesMatchIpAddressesOnly() {
    var address = endEntity(root).dnsNames().ipAddresses("192.0.2.1", "2001:db8::1").mint();
    var inDnsName = named("192.0.2.1");

    assertThat(ServerNameMatch.matches("192.0.2.1", address.certificate())).isTrue();
    assertThat(ServerNameMatch.matches("2001:DB8:0:0::1", address.certificate())).isTrue();
    assertThat(ServerNameMatch.matches("192.0.2.2", address.certificate())).isFalse();
    assertThat(ServerNameMatch.matches("192.0.2.1", inDnsName)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,                    c0000201",
    "::,                           00000000000000000000000000000000",
    "::1,                          00000000000000000000000000000001",
    "2001:db8::1,                  20010db8000000000000000000000001",
    "1:2:3:4:5:6:7:8,              00010002000300040005000600070008",
    "::ffff:192.0.2.1,             00000000000000000000ffffc0000201",
    "1:2:3:4:5:6:7::,              00010002000300040005000600070000",
  })
  void readsIpAddresses(String text, String hex) {
    assertThat(IpLiteral.hex(text)).contains(hex);
  }

  @ParameterizedTest
  @CsvSource({
    "256.0.0.1",
    "1.2.3",
    "1.2.3.4.5",
    "pool.example.com",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "1::2::3",
    "12345::",
    "192.0.2.1:1::",
    ":::",
    "g::",
  })
  void readsNothingElseAsIpAddress(String text) {
    assertThat(IpLiteral.hex(text)).isEmpty();
  }

  @Test
  void showsTheNamesItHasWithoutControlCharacters() {
    assertThat(ServerNameMatch.names(named("a.example.com"))).isEqualTo("a.example.com");
    assertThat(ServerNameMatch.names(named())).isEqualTo("common.example.com");
    assertThat(ServerNameMatch.names(named("a\u001b[31m.example.com")))
        .isEqualTo("a?[31m.example.com");
    assertThat(ServerNameMatch.names(named("a", "b", "c", "d", "e", "f", "g")))
        .isEqualTo("a, b, c, d, e and 2 more");
    assertThat(
            ServerNameMatch.names(
                endEntity(root).subject("O=Example").dnsNames().mint().certificate()))
        .isEqualTo("none");
  }
}
