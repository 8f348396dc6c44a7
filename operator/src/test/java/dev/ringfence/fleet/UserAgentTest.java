package dev.ringfence.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CPE/4.0.7577.4387 OCPhone/4.0.7577.4387 (Microsoft Lync Phone Edition) | lync-phone-edition | `` | 4.0.7577.4387
          CPE/4.0.7423.1 OCPhone/4.0.7423.1 (Microsoft Lync 2010 (Beta) Phone Edition) | lync-phone-edition | `` | 4.0.7423.1
          OCPhone/3.5.6907.187 (Microsoft Office Communicator Phone Edition) | lync-phone-edition | `` | 3.5.6907.187
          CPE/1.0.522.101 (Microsoft Office Communicator 2007 Phone Edition) | lync-phone-edition | `` | 1.0.522.101
          PolycomVVX-VVX_500-UA/5.9.7.47435 | | Polycom/VVX_500 | 5.9.7.47435
          FileTransport PolycomVVX-VVX_500-UA/5.9.7.47435 | | Polycom/VVX_500 | 5.9.7.47435
          Polycom/5.9.7.47435 PolycomVVX-VVX_500-UA/5.9.7.47435 | | Polycom/VVX_500 | 5.9.7.47435
          PolycomSoundPointIP-SPIP_650-UA/4.1.0.84959 | | Polycom/SPIP_650 | 4.1.0.84959
          AUDC-IPPhone/2.2.8.61 (440HDG-Rev0; 00005E0053AC) | | AudioCodes/440HDG | 2.2.8.61
          AUDC-IPPhone-445HD_UC_3.4.8/1.0 | | AudioCodes/445HD | 3.4.8
          Yealink SIP-T46S 66.86.0.15 00005e0053ac | | Yealink/SIP-T46S | 66.86.0.15
          snom870/8.7.5.35 | | snom870 | 8.7.5.35
          Acme Phone | | Acme Phone | ``
          """)
  void namesPlatformModelAndFirmware(String text, String platform, String model, String firmware) {
    assertThat(UserAgent.parse(text))
        .extracting(UserAgent::platform, UserAgent::model, UserAgent::firmware)
        .containsExactly(platform, model, firmware);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PolycomVVX-VVX_500-UA/5.9.7.47435_00005e0053ac
          AUDC-IPPhone/2.2.8.61 (440HDG-Rev0; 00005E0053AC)
          Yealink SIP-T46S 66.86.0.15 00005e0053ac
          """)
  void takesTheAddressOutOfTheTail(String text) {
    assertThat(UserAgent.parse(text).address()).isEqualTo(OptionalLong.of(0x00005e0053acL));
    assertThat(UserAgent.parse(text).firmware()).doesNotContainIgnoringCase("5e0053ac");
  }

  @Test
  void tellsAUserAgentFromAnyText() {
    assertThat(UserAgent.isOne("snom870/8.7.5.35")).isTrue();
    assertThat(UserAgent.isOne("11/20/2026 8:00:00 AM")).isFalse();
    assertThat(UserAgent.isOne("CX600")).isFalse();
    assertThat(UserAgent.isOne("one/two")).isFalse();
  }
}
