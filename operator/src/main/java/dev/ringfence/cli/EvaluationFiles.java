package dev.ringfence.cli;

import dev.ringfence.fleet.InventoryFormatException;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.gather.FileCatalogs;
import dev.ringfence.gather.FileGatherer;
import dev.ringfence.gather.FileText;
import dev.ringfence.gather.FleetGatherer;
import dev.ringfence.gather.Gathered;
import dev.ringfence.gather.GatheredFleetFile;
import dev.ringfence.gather.UnresolvedInputException;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.policy.Approval;
import dev.ringfence.policy.Evaluation;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Policy;
import dev.ringfence.policy.Problem;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From the flags of {@code check} to what they come to. */
final class EvaluationFiles {
  private static final int MAX_CHAIN = 128 * 1024;
  private static final int MAX_MANIFEST = 1024 * 1024;
  private static final String UNNAMED = "renewal";
  private static final String CHAIN = "a certificate chain in PEM, DER or PKCS#7 form";

  /** What a file that was read well leaves open; everything else makes it unreadable. */
  private static final Set<String> UNRESOLVED =
      Set.of(FleetGatherer.ROWS_REFUSED, FleetGatherer.INVENTORY_UNREADABLE);

  private final CommandEnvironment environment;
  private final EvaluationOptions options;
  private final FileGatherer gatherer;
  private final List<InputDigest> inputs = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  EvaluationFiles(
      CommandEnvironment environment, EvaluationOptions options, Collection<String> rules) {
    this.environment = environment;
    this.options = options;
    this.gatherer = new FileGatherer(rules);
  }

  /**
   * Reads every file once.
   *
   * @throws UnreadableException for the first that cannot be read
   */
  Gathered gather() {
    StandardInput.refuseTwoReaders(options);
    Instant at =
        options.at() == null
            ? environment.clock().instant().truncatedTo(ChronoUnit.SECONDS)
            : options.at();
    CertificateChain chain = chain("--chain", options.chain());
    CertificateChain current =
        options.current() == null ? null : chain("--current", options.current());
    Policy policy = policy();
    List<Approval> approvals = approvals();
    String renewal = renewal(approvals);
    FileCatalogs catalogs = catalogs();
    List<PhoneFleet> fleets = fleets(catalogs);
    inputs.sort(Comparator.comparing(InputDigest::kind).thenComparing(InputDigest::name));
    if (!problems.isEmpty()) {
      return new Gathered.Incomplete(renewal, policy.mode(), at, chain, problems, inputs);
    }
    return new Gathered.Complete(
        new Evaluation(
            renewal,
            chain,
            current,
            sorted(options.serverNames()),
            sorted(options.sipDomains()),
            at,
            fleets,
            catalogs.catalogs(),
            policy,
            approvals,
            inputs));
  }

  private CertificateChain chain(String flag, String name) {
    FileText text = text(flag, name, CHAIN, MAX_CHAIN);
    return readable(text, () -> gatherer.chain(text));
  }

  private Policy policy() {
    if (options.policy() == null) {
      return Policy.defaults();
    }
    FileText text = text("--policy", options.policy(), "a RenewalPolicy in YAML", MAX_MANIFEST);
    inputs.add(FileGatherer.digest("RenewalPolicy", options.policy(), text));
    return readable(text, () -> gatherer.policy(text));
  }

  private List<Approval> approvals() {
    List<Approval> approvals = new ArrayList<>();
    for (String name : options.approvals()) {
      FileText text = text("--approval", name, "a RenewalApproval in YAML", MAX_MANIFEST);
      inputs.add(FileGatherer.digest("RenewalApproval", name, text));
      approvals.addAll(readable(text, () -> gatherer.approvals(text)));
    }
    return approvals;
  }

  private String renewal(List<Approval> approvals) {
    if (options.renewal() != null) {
      return options.renewal();
    }
    Set<String> named = new TreeSet<>(approvals.stream().map(Approval::renewal).toList());
    if (named.size() > 1) {
      throw new UnreadableException(
          "The approvals are for different renewals (%s); say with --renewal which one this is."
              .formatted(String.join(", ", named)));
    }
    return named.isEmpty() ? UNNAMED : named.iterator().next();
  }

  private FileCatalogs catalogs() {
    FileCatalogs catalogs = CatalogFiles.read(environment, gatherer, options.catalogs());
    inputs.addAll(catalogs.inputs());
    return catalogs;
  }

  private List<PhoneFleet> fleets(FileCatalogs catalogs) {
    List<PhoneFleet> fleets = new ArrayList<>();
    for (String name : options.fleets()) {
      InputFile file =
          InputFile.of(environment, "--fleet", name, "a PhoneFleet in YAML, or an inventory");
      GatheredFleetFile fleet = fleet(file, catalogs);
      if (fleet != null) {
        fleets.add(fleet.fleet());
        inputs.add(fleet.input());
      }
    }
    return fleets;
  }

  /** Null if the file was read but not all of its phones can be known; that is a problem then. */
  private @Nullable GatheredFleetFile fleet(InputFile file, FileCatalogs catalogs) {
    try {
      return gatherer.fleet(
          file::open, options.fleetFormat(), file.shortName(), catalogs.catalogs());
    } catch (InventoryFormatException e) {
      throw new UnreadableException(String.valueOf(e.getMessage()), e);
    } catch (UnresolvedInputException e) {
      if (!UNRESOLVED.contains(e.problem().reason())) {
        throw new UnreadableException(located(file.toString(), file.shortName(), e), e);
      }
      problems.add(e.problem());
      return null;
    } catch (IOException e) {
      throw new UnreadableException(
          "%s cannot be read to its end (%s).".formatted(file, e.getMessage()), e);
    }
  }

  private FileText text(String flag, String name, String expected, int limit) {
    InputFile file = InputFile.of(environment, flag, name, expected);
    return new FileText(file.toString(), file.bytes(limit));
  }

  private static <T> T readable(FileText text, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UnresolvedInputException e) {
      throw new UnreadableException(located(text.source(), text.source(), e), e);
    }
  }

  /** Readers of resources name the resource; here the file is named too. */
  private static String located(String source, String name, UnresolvedInputException e) {
    String message = e.problem().message();
    return message.contains(name) ? message : source + ": " + message;
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().distinct().toList();
  }
}
