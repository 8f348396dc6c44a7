package dev.ringfence.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certificates of the demo are what their names say, and come from nowhere else. */
class DemoSamplesTest {
  private static final Path DEMO = Path.of("examples/demo");
  private static final Path CHAINS = Path.of("examples/chains");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----(.*?)-----END CERTIFICATE-----", Pattern.DOTALL);

  @ParameterizedTest
  @CsvSource({
    "enterprise-chain.pem, enterprise-root.pem",
    "sha256-chain.pem, enterprise-root.pem",
    "rsassa-pss-chain.pem, enterprise-root.pem",
    "reissued-chain.pem, reissued-root-2014.pem",
    "reissued-chain.pem, reissued-root-2040.pem"
  })
  void everyChainVerifiesUpToItsRoot(String chain, String root) {
    SignatureVerifier verifier = new SignatureVerifier();
    List<Certificate> path = Stream.concat(minted(chain).stream(), minted(root).stream()).toList();

    for (int i = 0; i + 1 < path.size(); i++) {
      assertThat(verifier.verify(path.get(i), path.get(i + 1).publicKey()))
          .as(path.get(i).displayName())
          .isEqualTo(SignatureVerifier.Result.VALID);
    }
  }

  @Test
  void namesSayThatTheyAreSamples() {
    for (String file : SampleCertificates.files().keySet()) {
      for (Certificate certificate : minted(file)) {
        assertThat(certificate.subject().rfc4514())
            .satisfiesAnyOf(
                name -> assertThat(name).contains("CN=Sample ").contains("O=Example"),
                name -> assertThat(name).isEqualTo("CN=pool.example.com"));
      }
    }
  }

  @Test
  void allButTheExpiredRootAreValidFrom2015To2040() {
    for (String file : SampleCertificates.files().keySet()) {
      for (Certificate certificate : minted(file)) {
        if (!file.equals("reissued-root-2014.pem")) {
          assertThat(certificate.validity().contains(Instant.parse("2015-01-01T00:00:00Z")))
              .as(file)
              .isTrue();
          assertThat(certificate.validity().contains(Instant.parse("2040-01-01T00:00:00Z")))
              .as(file)
              .isTrue();
        }
      }
    }
    assertThat(minted("reissued-root-2014.pem").get(0).validity().notAfter())
        .isEqualTo(Instant.parse("2014-01-28T12:00:00Z"));
  }

  @Test
  void theGeneratorMakesTheSameFilesExceptForRandomSignatures() {
    SampleCertificates.files()
        .forEach(
            (name, pem) -> {
              if (!name.startsWith("rsassa-pss")) {
                assertThat(text(DEMO.resolve("pki").resolve(name))).as(name).isEqualTo(pem);
              }
            });
  }

  @Test
  void manifestsHoldNoOtherCertificatesThanTheFiles() {
    Set<String> known = new TreeSet<>();
    for (Path folder : List.of(DEMO.resolve("pki"), CHAINS)) {
      files(folder, ".pem").forEach(file -> known.addAll(certificates(text(file))));
    }
    Map<String, Set<String>> unknown = new TreeMap<>();
    files(DEMO, ".yaml")
        .forEach(
            file -> {
              Set<String> others = certificates(text(file));
              others.removeAll(known);
              if (!others.isEmpty()) {
                unknown.put(file.getFileName().toString(), others);
              }
            });

    assertThat(unknown).isEmpty();
    assertThat(certificates(text(DEMO.resolve("renewals.yaml")))).hasSizeGreaterThan(6);
  }

  @Test
  void everyManifestIsPartOfTheStory() {
    DemoStory story = DemoStory.load();

    assertThat(
            Stream.concat(
                story.samples().stream(),
                story.steps().stream().flatMap(step -> step.apply().stream())))
        .containsExactlyInAnyOrderElementsOf(
            files(DEMO, ".yaml")
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("story.yaml"))
                .toList());
  }

  private static List<Certificate> minted(String name) {
    return new CertificateParser(ParserLimits.doors())
        .parse(text(DEMO.resolve("pki").resolve(name)).getBytes(StandardCharsets.UTF_8), name);
  }

  private static Set<String> certificates(String text) {
    return PEM.matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1).replaceAll("\\s", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Path> files(Path folder, String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
