package dev.ringfence.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.controller.OperatorSettings;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class OperatorFlagsTest {
  @Test
  void watchesEverythingWithoutSecretsAndElectionByDefault() {
    OperatorFlags flags = parse();

    assertThat(flags.refusal()).isEmpty();
    assertThat(flags.port()).isEqualTo(8080);
    OperatorSettings settings = flags.settings("ringfence-0");
    assertThat(settings.namespaces()).isEmpty();
    assertThat(settings.secretNamespaces()).isEmpty();
    assertThat(settings.packs()).containsExactly("lync-phone-edition");
    assertThat(settings.leaseOrNull()).isNull();
  }

  @Test
  void understandsTheArgumentsOfTheChart() {
    OperatorSettings settings =
        parse(
                "--port=8080",
                "--namespace=voice",
                "--namespace=web",
                "--secret-namespace=voice",
                "--pack=",
                "--log-format=json",
                "--log-level=info",
                "--leader-election",
                "--lease-name=release-ringfence",
                "--lease-namespace=ringfence-system")
            .settings("ringfence-0");

    assertThat(settings.namespaces()).containsExactlyInAnyOrder("voice", "web");
    assertThat(settings.secretNamespaces()).containsExactly("voice");
    assertThat(settings.packs()).isEmpty();
    assertThat(Objects.requireNonNull(settings.leaseOrNull()).name())
        .isEqualTo("release-ringfence");
    assertThat(settings.leaseOrNull().namespace()).isEqualTo("ringfence-system");
  }

  @Test
  void refusesWhatItDoesNotKnowWithASentence() {
    assertThat(parse("--log-format=xml").refusal())
        .contains("--log-format is \"xml\"; expected json or text.");
    assertThat(parse("--log-level=loud").refusal().orElse("")).contains("\"loud\"");
    assertThat(parse("--pack=nokia").refusal().orElse(""))
        .contains("\"nokia\"")
        .contains("lync-phone-edition");
  }

  private static OperatorFlags parse(String... args) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(args);
    return holder.flags;
  }

  @Command
  private static final class Holder {
    @Mixin private final OperatorFlags flags = new OperatorFlags();
  }
}
