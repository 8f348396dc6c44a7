package dev.ringfence.bench;

import dev.ringfence.path.BuiltPath;
import dev.ringfence.path.CertificateGraph;
import dev.ringfence.path.PathBuilder;
import dev.ringfence.path.PathProfile;
import dev.ringfence.path.PathProfiles;
import dev.ringfence.path.PathValidator;
import dev.ringfence.path.Purpose;
import dev.ringfence.path.SearchBudget;
import dev.ringfence.path.TrustStore;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import dev.ringfence.testing.KeyKind;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Input made to cost much. With {@code -prof gc} the bytes allocated are shown too. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HostileBenchmark {
  private static final PathProfile PROFILE = PathProfiles.named("rfc5280");
  private static final int MESH = 15;
  private static final int ROW = 100;

  /**
   * {@code mesh}: 16 certificates, the CA certificates among them of one name and 15 keys, each
   * signed by the next; {@code names-N}: 1,000 alternative names under N constraints. Of the shapes
   * in x509-limbo the two that cost most: {@code chain-100}, 100 CA certificates of one key in a
   * row that no root ends, and {@code subject-2048}, a subject of 2,048 e-mail addresses under
   * 4,096 constraints. No door lets those two in.
   */
  @Param({"mesh", "names-250", "names-512", "chain-100", "subject-2048"})
  public String input = "mesh";

  private byte[] chain = {};
  private TrustStore store = new TrustStore("none", List.of());

  /** Mints, which is not measured. */
  @Setup
  public void mint() {
    Minted root = TestPki.rootCa().mint();
    store = new TrustStore("one root", List.of(root.certificate()));
    List<Minted> served =
        switch (input) {
          case "mesh" -> mesh();
          case "chain-100" -> row();
          case "subject-2048" -> subject(root);
          default -> names(root, Integer.parseInt(input.substring("names-".length())));
        };
    chain = Minted.pemOf(served.toArray(new Minted[0])).getBytes(StandardCharsets.US_ASCII);
  }

  private static List<Minted> mesh() {
    List<Minted> authorities = new ArrayList<>();
    Minted issuer = TestPki.rootCa().subject("CN=Mesh").key(KeyKind.RSA_2048, "mesh").mint();
    for (int i = 0; i < MESH; i++) {
      issuer =
          TestPki.intermediateCa(issuer)
              .subject("CN=Mesh")
              .key(KeyKind.RSA_2048, "mesh-" + i)
              .withoutKeyIdentifiers()
              .mint();
      authorities.add(issuer);
    }
    List<Minted> served = new ArrayList<>();
    served.add(TestPki.endEntity(issuer).withoutKeyIdentifiers().mint());
    served.addAll(authorities);
    return served;
  }

  private static List<Minted> row() {
    List<Minted> served = new ArrayList<>();
    Minted issuer = TestPki.rootCa().subject("CN=Row 0").key(KeyKind.EC_P256, "row").mint();
    served.add(issuer);
    for (int i = 1; i < ROW; i++) {
      issuer =
          TestPki.intermediateCa(issuer).subject("CN=Row " + i).key(KeyKind.EC_P256, "row").mint();
      served.add(0, issuer);
    }
    served.add(0, TestPki.endEntity(issuer).key(KeyKind.EC_P256, "row end").mint());
    return served;
  }

  private static List<Minted> subject(Minted root) {
    Minted authority =
        TestPki.intermediateCa(root)
            .excludedDirectory(numbered("CN=x%d"))
            .excludedDns(numbered("x%d.test"))
            .mint();
    return List.of(
        TestPki.endEntity(authority).subject(String.join(",", numbered("E=t%d@test"))).mint(),
        authority);
  }

  private static String[] numbered(String form) {
    return IntStream.range(0, 2_048).mapToObj(form::formatted).toArray(String[]::new);
  }

  private static List<Minted> names(Minted root, int constraints) {
    Minted authority =
        TestPki.intermediateCa(root)
            .excludedDns(
                IntStream.range(0, constraints)
                    .mapToObj(i -> "excluded-%d.example.org".formatted(i))
                    .toArray(String[]::new))
            .mint();
    return List.of(
        TestPki.endEntity(authority)
            .dnsNames(
                IntStream.range(0, 1_000)
                    .mapToObj(i -> "name-%d.phones.example.com".formatted(i))
                    .toArray(String[]::new))
            .mint(),
        authority);
  }

  /** Parses, builds and judges. */
  @Benchmark
  public BuiltPath parseAndBuild() {
    List<Certificate> served =
        new CertificateParser(ParserLimits.parser()).parse(chain, "the chain");
    List<Certificate> all = new ArrayList<>(served);
    all.addAll(store.anchors());
    SearchBudget budget = SearchBudget.standard();
    return new PathBuilder(new CertificateGraph(all, new SignatureVerifier()))
        .build(
            PROFILE,
            served,
            store,
            TestPki.NOW,
            new PathValidator(PROFILE, TestPki.NOW, null, Purpose.SERVER),
            budget);
  }
}
