package dev.ringfence.bench;

import dev.ringfence.path.TrustStore;
import dev.ringfence.pki.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Times twenty {@code openssl verify} processes, the same questions in a warm Java process, and
 * whole processes of {@code ringfence check}, in turn, so that all of them suffer the same load.
 *
 * <p>Arguments: folder for the temporary files, launcher, rounds.
 */
final class SideBySide {
  private static final int WARM_UP = 3_000;
  private static final int FULL_WARM_UP = 500;
  private static final int RUNS_IN_A_ROUND = 200;
  private static final int FULL_RUNS_IN_A_ROUND = 20;
  private static final int FILE_RUNS_IN_A_ROUND = 5;

  private final Path folder;
  private final Path launcher;
  private final StoreTrial trial = new StoreTrial(Examples.chain());
  private final List<Boolean> answers = trial.chainAfresh();

  private SideBySide(Path folder, Path launcher) {
    this.folder = folder;
    this.launcher = launcher;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "Expected a folder, the launcher and the number of rounds, found %d arguments."
              .formatted(args.length));
    }
    new SideBySide(Path.of(args[0]), Path.of(args[1])).run(Integer.parseInt(args[2]));
  }

  private void run(int rounds) throws IOException, InterruptedException {
    Path verify = writeOpenSslScript();
    Path check = writeCheckScript("lync-phone-edition", "");
    Path checkOfStores = writeCheckScript("stores", storesFleet());
    compareAnswers(verify);
    Samples openSsl = new Samples("20 processes of openssl verify");
    Samples cold = new Samples("cold check, 20 groups");
    Samples coldOfStores = new Samples("cold check, 20 groups, a store each");
    // First what starts processes: this one's compiler is busy on the other core once it is warm.
    for (int round = 0; round < rounds; round++) {
      openSsl.add(process(verify));
      cold.add(process(check));
      coldOfStores.add(process(checkOfStores));
    }
    median(WARM_UP, trial::chainAfresh);
    median(WARM_UP, trial::storesAfresh);
    median(FULL_WARM_UP, trial::everythingAfresh);
    median(FILE_RUNS_IN_A_ROUND * 10, trial::filesAfresh);
    Samples openSslAgain = new Samples("20 processes of openssl verify, again");
    Samples hot = new Samples("hot: chain parsed, 20 stores held");
    Samples stores = new Samples("hot: chain and 20 stores from bytes");
    Samples files = new Samples("hot: chain and 20 PEM files read in full");
    Samples full = new Samples("hot: the same, %d roots read in full".formatted(trial.roots()));
    for (int round = 0; round < rounds; round++) {
      openSslAgain.add(process(verify));
      hot.add(median(RUNS_IN_A_ROUND, trial::chainAfresh));
      stores.add(median(RUNS_IN_A_ROUND, trial::storesAfresh));
      full.add(median(FULL_RUNS_IN_A_ROUND, trial::everythingAfresh));
      files.add(median(FILE_RUNS_IN_A_ROUND, trial::filesAfresh));
    }
    System.out.printf(
        "Medians of %d rounds, each ratio the median of the ratios of the rounds; then the best"
            + " round of each.%n%n",
        rounds);
    print("%-40s %10.2f ms %10.2f ms%n", openSsl.name(), openSsl.median(), openSsl.best());
    for (Samples samples : List.of(cold, coldOfStores)) {
      print(
          "%-40s %10.2f ms %10.2f ms   %.2f, %.2f times the processes%n",
          samples.name(),
          samples.median(),
          samples.best(),
          samples.ratioTo(openSsl),
          samples.best() / openSsl.best());
    }
    print(
        "%-40s %10.2f ms %10.2f ms%n",
        openSslAgain.name(), openSslAgain.median(), openSslAgain.best());
    for (Samples samples : List.of(hot, stores, full, files)) {
      print(
          "%-40s %10.3f ms %10.3f ms   %,.0f, %,.0f times faster than the processes%n",
          samples.name(),
          samples.median(),
          samples.best(),
          openSslAgain.ratioTo(samples),
          openSslAgain.best() / samples.best());
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  /** Both sides must have answered the same questions alike, else their times mean nothing. */
  private void compareAnswers(Path verify) throws IOException, InterruptedException {
    Path output = folder.resolve("answers");
    Process process =
        new ProcessBuilder("sh", verify.toString()).redirectOutput(output.toFile()).start();
    process.waitFor();
    List<Boolean> theirs =
        Files.readAllLines(output).stream().map(line -> line.equals("accepted")).toList();
    if (!theirs.equals(answers)) {
      throw new IllegalStateException(
          "OpenSSL answered %s, Ringfence %s.".formatted(theirs, answers));
    }
    print(
        "Both accept the chain with %d of %d stores.%n",
        theirs.stream().filter(accepted -> accepted).count(), theirs.size());
  }

  private Path writeOpenSslScript() throws IOException {
    List<Certificate> served = trial.served();
    Path endEntity =
        Files.writeString(folder.resolve("end-entity.pem"), StoreTrial.pem(served.subList(0, 1)));
    Path untrusted =
        Files.writeString(
            folder.resolve("untrusted.pem"), StoreTrial.pem(served.subList(1, served.size())));
    StringBuilder script = new StringBuilder();
    for (TrustStore store : trial.stores()) {
      Path file = folder.resolve(store.name().replace('/', '-') + ".pem");
      Files.writeString(file, StoreTrial.pem(store.anchors()));
      script.append(
          ("openssl verify -no-CApath -no-CAstore -purpose sslserver -attime %d -CAfile %s"
                  + " -untrusted %s %s > /dev/null 2>&1 && echo accepted || echo refused%n")
              .formatted(StoreTrial.AT.getEpochSecond(), file, untrusted, endEntity));
    }
    return Files.writeString(folder.resolve("verify.sh"), script);
  }

  /** Exit code 1 is a closed gate, which is an answer. */
  private Path writeCheckScript(String name, String catalog) throws IOException {
    String firmwares = catalog.isEmpty() ? lyncFleet() : catalogFleet();
    Path fleet = Files.writeString(folder.resolve(name + ".csv"), firmwares);
    String option = "";
    if (!catalog.isEmpty()) {
      option = "--catalog " + Files.writeString(folder.resolve(name + ".yaml"), catalog);
    }
    return Files.writeString(
        folder.resolve(name + ".sh"),
        "%s check --chain %s --fleet %s --at %s %s > %s%n[ $? -le 1 ]%n"
            .formatted(
                launcher,
                Examples.folder().resolve("chains/cryptography-io-2014.pem"),
                fleet,
                StoreTrial.AT,
                option,
                folder.resolve(name + ".out")));
  }

  private static String lyncFleet() {
    List<String> firmwares =
        List.of("4.0.7577.4066", "4.0.7577.4387", "4.0.7577.4420", "4.0.7577.4494");
    StringBuilder rows = new StringBuilder("model,firmware,phones,site,signIn\n");
    for (String model : List.of("CX500", "CX600", "CX700", "CX3000", "HP4120")) {
      for (String firmware : firmwares) {
        rows.append(model).append(',').append(firmware).append(",10,site,Pin\n");
      }
    }
    return rows.toString();
  }

  private String catalogFleet() {
    StringBuilder rows = new StringBuilder("model,firmware,phones,site,signIn\n");
    for (int i = 0; i < StoreTrial.STORES; i++) {
      rows.append(BenchCatalog.MODEL)
          .append(',')
          .append(BenchCatalog.version(i))
          .append(",10,site,Pin\n");
    }
    return rows.toString();
  }

  /** A platform whose twenty releases carry the twenty stores. */
  private String storesFleet() {
    return BenchCatalog.of(
        StoreTrial.STORES,
        trial.stores().stream().map(TrustStore::name).toList(),
        List.of("rfc5280"));
  }

  /** Milliseconds of one shell script, which starts what is measured. */
  private static double process(Path script) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder("sh", script.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException("%s failed or did not end.".formatted(script));
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private double median(int runs, Supplier<List<Boolean>> work) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      List<Boolean> found = work.get();
      times.add((System.nanoTime() - start) / 1e6);
      if (!found.equals(answers)) {
        throw new IllegalStateException("Expected %s again, found %s.".formatted(answers, found));
      }
    }
    return Samples.median(times);
  }
}
