package dev.ringfence.cli;

import dev.ringfence.path.CertificateGraph;
import dev.ringfence.path.PathQuestion;
import dev.ringfence.path.PathVerdict;
import dev.ringfence.path.Purpose;
import dev.ringfence.path.TrustStore;
import dev.ringfence.pki.ParserLimits;
import dev.ringfence.pki.SignatureVerifier;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Asks one path builder for its verdict on one chain, or on many. */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Tells whether a client that builds paths by one profile accepts one chain with one trust store,",
      "the path it builds, or why and where it ends. With --batch: many such questions, streamed."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:Accept; with --batch every line was answered, whatever the verdicts",
      "1:Reject",
      "2:a file or flag of the command line cannot be read; with --batch a line could not be answered",
      "3:Undetermined"
    })
final class VerifyCommand implements Callable<Integer> {
  private final CommandEnvironment environment;

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec help = HelpOption.flag();

  @Mixin private final VerifyOptions options = new VerifyOptions();
  @Mixin private final BatchOptions batch = new BatchOptions();
  private final OutputOptions output = new OutputOptions();

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommandSpec outputFlags = output.flags();

  VerifyCommand(CommandEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    if (batch.cases != null) {
      refuseWithBatch(options.given());
      refuseWithBatch(output.file() == null ? null : "--output-file");
      return new BatchFiles(environment, batch).answer(batch.cases);
    }
    refuseWithoutBatch("--certificates", !batch.certificates.isEmpty());
    refuseWithoutBatch("--trust-stores", batch.trustStores != null);
    return verifyOne();
  }

  private int verifyOne() {
    OutputTarget target = output.target(environment);
    PathQuestion question = question();
    PathVerdict verdict =
        question.answer(
            CertificateGraph.reaching(
                question.served(), question.store()::named, new SignatureVerifier()));
    VerdictFormat format = options.format == null ? VerdictFormat.TEXT : options.format;
    target.write(format.render(question, verdict, target.layout()));
    return switch (verdict.result()) {
      case ACCEPT -> ExitCode.OK;
      case REJECT -> ExitCode.FAILED;
      case UNDETERMINED -> ExitCode.HOLD;
    };
  }

  private PathQuestion question() {
    String chain = required("--chain", options.chain);
    String store = required("--trust-store", options.trustStore);
    StandardInput.refuseTwoReaders(List.of(chain, store));
    return new PathQuestion(
        required("--profile", options.profile),
        CertificateFile.read(environment, "--chain", chain, ParserLimits.parser()),
        new TrustStore(
            store, CertificateFile.read(environment, "--trust-store", store, ParserLimits.pool())),
        options.at == null ? environment.clock().instant() : options.at,
        options.serverName,
        options.purpose == null ? Purpose.byDefault(options.serverName) : options.purpose);
  }

  private static <T> T required(String flag, @Nullable T value) {
    if (value == null) {
      throw new UnreadableException(
          "%s is missing; expected --profile, --trust-store and --chain, or --batch and --certificates."
              .formatted(flag));
    }
    return value;
  }

  private static void refuseWithBatch(@Nullable String flag) {
    if (flag != null) {
      throw new UnreadableException(
          "%s cannot go with --batch; the lines of the batch say it for each case."
              .formatted(flag));
    }
  }

  private static void refuseWithoutBatch(String flag, boolean given) {
    if (given) {
      throw new UnreadableException("%s needs --batch, which is missing.".formatted(flag));
    }
  }
}
