package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainGathererTest {
  private static final Path SAMPLE = Path.of("examples/chains/cryptography-io-2014.pem");
  private static final String END = "-----END CERTIFICATE-----\n";

  private final ChainGatherer gatherer = new ChainGatherer();

  @Test
  void keepsTheOrderInWhichTheChainIsServedEvenIfItIsABadOne() throws IOException {
    List<String> blocks = blocks();
    assertThat(blocks).hasSizeGreaterThan(1);
    CertificateChain served = gatherer.gather(String.join("", blocks), "chain.pem");
    Collections.reverse(blocks);

    CertificateChain reversed = gatherer.gather(String.join("", blocks), "chain.pem");

    List<Certificate> expected = new ArrayList<>(served.certificates());
    Collections.reverse(expected);
    assertThat(reversed.certificates()).containsExactlyElementsOf(expected);
    assertThat(reversed.sha256()).isNotEqualTo(served.sha256());
  }

  @Test
  void keepsADuplicate() throws IOException {
    String text = Files.readString(SAMPLE);

    assertThat(gatherer.gather(text + text, "chain.pem").certificates())
        .hasSize(2 * blocks().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                                                 | the input is empty
          hello                                                                              | no certificate found
          -----BEGIN PRIVATE KEY-----\\nAAAA\\n-----END PRIVATE KEY-----\\n                  | found a private key, expected certificates only
          -----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----\\n                  | certificate 1
          -----BEGIN CERTIFICATE-----\\nAAAA                                                 | chain.pem
          """)
  void whatCannotBeReadIsAProblemThatAnEditHeals(String input, String named) {
    String text = input.replace("\\n", "\n");
    assertThatThrownBy(() -> gatherer.gather(text, "chain.pem"))
        .isInstanceOfSatisfying(
            UnresolvedInputException.class,
            e -> {
              assertThat(e.problem().reason()).isEqualTo("ChainUnreadable");
              assertThat(e.problem().onlyAnEditHeals()).isTrue();
            })
        .hasMessageStartingWith("chain.pem")
        .hasMessageContaining(named);
  }

  @Test
  void aKeyBesideTheCertificatesIsRefusedWithoutBeingQuoted() throws IOException {
    String key = "-----BEGIN RSA PRIVATE KEY-----\nU0VDUkVU\n-----END RSA PRIVATE KEY-----\n";

    assertThatThrownBy(() -> gatherer.gather(Files.readString(SAMPLE) + key, "chain.pem"))
        .isInstanceOf(UnresolvedInputException.class)
        .hasMessageContaining("private key")
        .hasMessageNotContaining("U0VDUkVU");
  }

  @Test
  void moreCertificatesThanTheDoorsAdmitAreRefused() throws IOException {
    String one = blocks().get(0);

    assertThat(gatherer.gather(one.repeat(16), "chain.pem").certificates()).hasSize(16);
    assertThatThrownBy(() -> gatherer.gather(one.repeat(17), "chain.pem"))
        .hasMessageContaining("more than 16 certificates");
  }

  @Test
  void moreBytesThanTheDoorsAdmitAreRefused() throws IOException {
    byte[] sample = Files.readString(SAMPLE).getBytes(StandardCharsets.US_ASCII);
    byte[] padded = Arrays.copyOf(sample, 128 * 1024 + 1);
    Arrays.fill(padded, sample.length, padded.length, (byte) '\n');

    assertThat(gatherer.gather(Arrays.copyOf(padded, 128 * 1024), "chain.pem").certificates())
        .isNotEmpty();
    assertThatThrownBy(() -> gatherer.gather(padded, "chain.pem"))
        .hasMessageContaining("131073 bytes, the limit is 131072");
  }

  /** The certificates of the sample, each with its lines. */
  private static List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>();
    for (String part : Files.readString(SAMPLE).split(END, -1)) {
      int begin = part.indexOf("-----BEGIN");
      if (begin >= 0) {
        blocks.add(part.substring(begin) + END);
      }
    }
    return blocks;
  }
}
