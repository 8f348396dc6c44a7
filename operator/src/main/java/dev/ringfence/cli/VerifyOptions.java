package dev.ringfence.cli;

import dev.ringfence.path.PathProfile;
import dev.ringfence.path.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of {@code verify} that put one question. */
final class VerifyOptions {
  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = Converters.OfPathProfile.class,
      description = "The path builder: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Converters.PathProfileNames.class)
  @Nullable PathProfile profile;

  @Option(
      names = "--trust-store",
      paramLabel = "FILE",
      description = "The certificates that the client trusts: PEM, DER or PKCS#7, in its order.")
  @Nullable String trustStore;

  @Option(
      names = "--chain",
      paramLabel = "FILE|-",
      description = "The chain as served, end entity first: PEM, DER or PKCS#7.")
  @Nullable String chain;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = Converters.OfInstant.class,
      description = "The instant judged; without it now.")
  @Nullable Instant at;

  @Option(
      names = "--server-name",
      paramLabel = "NAME",
      converter = Converters.OfServerName.class,
      description = "A host name or an IP address that the certificate has to be for.")
  @Nullable String serverName;

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      converter = Converters.OfPurpose.class,
      description =
          "any, server, client, or web-server, which adds the rules for public web servers; without"
              + " it server if a name is given, else any.")
  @Nullable Purpose purpose;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      converter = Converters.OfVerdictFormat.class,
      description = "text or json (text).")
  @Nullable VerdictFormat format;

  /** The first flag that was given, null if none was. */
  @Nullable String given() {
    if (profile != null) {
      return "--profile";
    }
    if (trustStore != null) {
      return "--trust-store";
    }
    if (chain != null) {
      return "--chain";
    }
    if (at != null) {
      return "--at";
    }
    if (serverName != null) {
      return "--server-name";
    }
    if (purpose != null) {
      return "--purpose";
    }
    return format == null ? null : "--output";
  }
}
