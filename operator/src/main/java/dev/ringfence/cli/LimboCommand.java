package dev.ringfence.cli;

import dev.ringfence.cases.LimboFormatException;
import dev.ringfence.cases.LimboJudge;
import dev.ringfence.cases.LimboRun;
import dev.ringfence.path.PathProfile;
import dev.ringfence.path.PathProfiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A harness of x509-limbo. */
@Command(
    name = "limbo",
    sortOptions = false,
    description = {
      "Runs a suite of x509-limbo as one of its harnesses: limbo.json in, results out, streamed.",
      "What is not judged is SKIPPED with the reason; undetermined is FAILURE and says so."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every case has a result, as expected or not",
      "2:the suite cannot be read; results written before are cut off and no valid JSON"
    })
final class LimboCommand implements Callable<Integer> {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec help = HelpOption.flag();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|-",
      defaultValue = InputFile.STANDARD_INPUT,
      description = "The suite, limbo.json; without it standard input.")
  private String suite = InputFile.STANDARD_INPUT;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = Converters.OfPathProfile.class,
      defaultValue = "rfc5280",
      description = "The path builder that is tested (${DEFAULT-VALUE}).")
  private PathProfile profile = PathProfiles.named("rfc5280");

  LimboCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    LimboJudge judge = new LimboJudge(environment.clock().instant());
    LimboRun run = new LimboRun(harness(), limbo -> judge.judge(limbo, profile));
    InputFile file = InputFile.of(environment, "limbo", suite, "a suite of x509-limbo");
    StandardOutput out = new StandardOutput(environment);
    try (InputStream in = file.open()) {
      run.run(in, out);
      out.flush();
      return ExitCode.OK;
    } catch (StandardOutput.ClosedException e) {
      return ExitCode.HOLD; // Nobody reads on, so there is nobody to tell.
    } catch (LimboFormatException e) {
      throw new UnreadableException("%s: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new UnreadableException(
          "%s cannot be read to its end (%s).".formatted(file, e.getMessage()), e);
    }
  }

  private String harness() {
    String version = LimboCommand.class.getPackage().getImplementationVersion();
    String name = version == null ? "ringfence" : "ringfence-" + version;
    return profile.name().equals("rfc5280") ? name : name + "-" + profile.name();
  }
}
