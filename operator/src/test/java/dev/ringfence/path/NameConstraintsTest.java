package dev.ringfence.path;

import static dev.ringfence.path.PathFixture.endEntity;
import static dev.ringfence.path.PathFixture.intermediate;
import static dev.ringfence.path.PathFixture.path;
import static dev.ringfence.path.PathFixture.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.CertificateMint;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameConstraintsTest {
  private final Minted root = root("Root").mint();

  /** Of an end entity below an intermediate with constraints. */
  private List<PathFailure> failures(
      UnaryOperator<CertificateMint> constraints, UnaryOperator<CertificateMint> names) {
    var issuing = constraints.apply(intermediate("Issuing", root)).mint();
    var endEntity = names.apply(endEntity(issuing)).mint();
    return PathChecks.nameConstraints(path(endEntity, issuing, root), SearchBudget.standard());
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,   example.com,          true",
    "example.com,   www.example.com,      true",
    "example.com,   a.b.EXAMPLE.com,      true",
    "example.com,   badexample.com,       false",
    "example.com,   example.org,          false",
    "example.com,   *.example.com,        true",
    "www.example.com, *.example.com,      false",
    ".example.com,  www.example.com,      true",
    ".example.com,  example.com,          false",
  })
  void permittedDnsNames(String subtree, String name, boolean permitted) {
    assertThat(failures(ca -> ca.permittedDns(subtree), ee -> ee.dnsNames(name)).isEmpty())
        .isEqualTo(permitted);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,       www.example.com, true",
    "example.com,       example.org,     false",
    "www.example.com,   *.example.com,   true",
    "a.www.example.com, *.example.com,   false",
    "example.com,       *.example.com,   true",
  })
  void excludedDnsNames(String subtree, String name, boolean excluded) {
    assertThat(failures(ca -> ca.excludedDns(subtree), ee -> ee.dnsNames(name)).isEmpty())
        .isNotEqualTo(excluded);
  }

  @Test
  void exclusionWinsOverPermission() {
    var failures =
        failures(
            ca -> ca.permittedDns("example.com").excludedDns("www.example.com"),
            ee -> ee.dnsNames("www.example.com"));

    assertThat(failures).extracting(PathFailure::reason).containsExactly("NameConstraintViolated");
    assertThat(failures.get(0).detail())
        .startsWith("The name constraints of Issuing (SHA-256 ")
        .endsWith(": DNS name www.example.com is excluded.");
  }

  @Test
  void kindsThatAreNotConstrainedAreFree() {
    assertThat(failures(ca -> ca.permittedIp("10.0.0.0/8"), ee -> ee)).isEmpty();
  }

  @Test
  void commonNamesCountWhereThereIsNoDnsName() {
    UnaryOperator<CertificateMint> constraints = ca -> ca.permittedDns("example.org");

    assertThat(failures(constraints, ee -> ee.subject("CN=pool.example.com").dnsNames()))
        .hasSize(1);
    assertThat(failures(constraints, ee -> ee.subject("CN=Reception phone").dnsNames())).isEmpty();
    assertThat(
            failures(
                constraints, ee -> ee.subject("CN=pool.example.com").dnsNames("pool.example.org")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10.1.2.3, true", "11.0.0.1, false", "2001:db8::1, false"})
  void permittedIpAddresses(String address, boolean permitted) {
    assertThat(
            failures(ca -> ca.permittedIp("10.0.0.0/8"), ee -> ee.ipAddresses(address)).isEmpty())
        .isEqualTo(permitted);
  }

  @Test
  void directoryNamesConstrainTheSubject() {
    assertThat(
            failures(
                ca -> ca.permittedDirectory("O=Example"), ee -> ee.subject("O=EXAMPLE,CN=pool")))
        .isEmpty();
    assertThat(
            failures(ca -> ca.permittedDirectory("O=Example"), ee -> ee.subject("O=Other,CN=pool")))
        .hasSize(1);
    assertThat(failures(ca -> ca.excludedDirectory("O=Other"), ee -> ee.subject("O=Other,CN=pool")))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,      someone@example.com,      true",
    "example.com,      someone@EXAMPLE.com,      true",
    "example.com,      someone@mail.example.com, false",
    ".example.com,     someone@mail.example.com, true",
    ".example.com,     someone@example.com,      false",
    "a@example.com,    a@example.com,            true",
    "a@example.com,    A@example.com,            false",
    "example.com,      no-address,               false",
  })
  void emailSubtrees(String subtree, String address, boolean contained) {
    assertThat(MailSubtree.contains(subtree, address)).isEqualTo(contained);
  }

  @ParameterizedTest
  @CsvSource({
    "host.example.com, https://host.example.com/path,      true",
    "host.example.com, https://user@HOST.example.com:8443, true",
    "example.com,      https://host.example.com,           false",
    ".example.com,     https://host.example.com,           true",
    ".example.com,     https://example.com,                false",
    "10.0.0.1,         https://10.0.0.1/,                  false",
  })
  void uriSubtrees(String subtree, String uri, boolean contained) {
    assertThat(UriSubtree.contains(UriSubtree.Form.RFC3986, subtree, uri)).isEqualTo(contained);
  }

  @Test
  void uriWithoutHostCannotBeConstrained() {
    assertThat(
            UriSubtree.unprocessed(
                UriSubtree.Form.RFC3986, List.of("urn:example:a"), List.of("a.example"), List.of()))
        .isPresent();
    assertThat(
            UriSubtree.unprocessed(
                UriSubtree.Form.RFC3986, List.of("urn:example:a"), List.of(), List.of()))
        .isEmpty();
  }

  @Test
  void selfIssuedAuthoritiesAreNotBound() {
    var constrained =
        intermediate("Issuing", root).permittedDirectory("CN=pool.example.com").mint();
    var selfIssued = TestPki.reissue(constrained, constrained).mint();
    var another = intermediate("Another", constrained).mint();
    var endEntity = endEntity(constrained).mint();
    var budget = SearchBudget.standard();

    assertThat(PathChecks.nameConstraints(path(endEntity, selfIssued, constrained, root), budget))
        .isEmpty();
    assertThat(PathChecks.nameConstraints(path(endEntity, another, constrained, root), budget))
        .extracting(PathFailure::certificate)
        .containsExactly(another.certificate());
    assertThat(PathChecks.nameConstraints(path(selfIssued, constrained, root), budget)).hasSize(1);
  }

  @Test
  void constraintsOfTheAnchorBindToo() {
    var constrained = root("Root").permittedDns("example.org").mint();

    assertThat(
            PathChecks.nameConstraints(
                path(endEntity(constrained).mint(), constrained), SearchBudget.standard()))
        .hasSize(1);
  }

  @Test
  void tooManyComparisonsAreUndetermined() {
    var issuing = intermediate("Issuing", root).permittedDns("a", "b", "example.com").mint();
    var endEntity = endEntity(issuing).dnsNames("x.example.com", "y.example.com").mint();
    var path = path(endEntity, issuing, root);

    var tooFew = PathChecks.nameConstraints(path, new SearchBudget(0, 0, 5));

    assertThat(PathChecks.nameConstraints(path, new SearchBudget(0, 0, 6))).isEmpty();
    assertThat(tooFew).extracting(PathFailure::undetermined).containsExactly(true);
    assertThat(tooFew.get(0).detail())
        .isEqualTo(
            "The search ended without an answer: its budget is 0 signatures, 0 nodes and 5 name"
                + " constraint comparisons.");
  }
}
