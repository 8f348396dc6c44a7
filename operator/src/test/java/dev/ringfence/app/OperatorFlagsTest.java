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

  @Test
  void eachShardHasALeaseOfItsOwn() {
    assertThat(lease("--leader-election")).isEqualTo("ringfence");
    assertThat(lease("--leader-election", "--shard=north")).isEqualTo("ringfence-north");
    assertThat(lease("--leader-election", "--shard=north", "--lease-name=other"))
        .isEqualTo("other");
    assertThat(parse("--shard=north").settings("ringfence-0").shardOrNull()).isEqualTo("north");
    assertThat(parse().settings("ringfence-0").shardOrNull()).isNull();
    assertThat(parse().settings("ringfence-0").writesCatalogs()).isTrue();
    assertThat(parse("--catalog-status=false").settings("ringfence-0").writesCatalogs()).isFalse();
  }

  @Test
  void refusesAShardThatNoLabelCanName() {
    assertThat(parse("--shard=North").refusal().orElse("")).contains("\"North\"");
    assertThat(parse("--shard=north", "--namespace=voice").refusal().orElse(""))
        .contains("exclude each other");
    assertThat(parse("--shard=north-1").refusal()).isEmpty();
  }

  private static String lease(String... args) {
    return Objects.requireNonNull(parse(args).settings("ringfence-0").leaseOrNull()).name();
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
