package dev.ringfence.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.pki.Certificate;
import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Questions about every family of cross-signed certificates: each CA certificate below the family's
 * root, with each dated trust store that holds a root of the family, a second before and a second
 * after each end of a validity, served alone, with the root, with the cross-certificates, and with
 * all that leads on from these.
 */
final class CrossSigningFamilies {
  /** A family of {@code chains/manifest.json}, by the roles of its certificates. */
  private record Family(
      List<Certificate> targets,
      List<Certificate> selfSigned,
      List<Certificate> crosses,
      List<Certificate> extras,
      List<Certificate> issuerRoots) {

    private SortedSet<Instant> instants() {
      SortedSet<Instant> instants = new TreeSet<>();
      for (var list : List.of(targets, selfSigned, crosses, extras, issuerRoots)) {
        for (var certificate : list) {
          instants.add(certificate.validity().notAfter().minusSeconds(1));
          instants.add(certificate.validity().notAfter().plusSeconds(1));
        }
      }
      return instants;
    }

    private List<List<Certificate>> served(Certificate target) {
      List<List<Certificate>> served = new ArrayList<>();
      served.add(List.of(target));
      served.add(join(List.of(target), selfSigned));
      served.add(join(List.of(target), crosses));
      served.add(join(join(List.of(target), crosses), extras));
      return served.stream().distinct().toList();
    }

    private static List<Certificate> join(List<Certificate> first, List<Certificate> second) {
      List<Certificate> joined = new ArrayList<>(first);
      joined.addAll(second);
      return joined;
    }
  }

  /** One chain with one trust store at one instant. */
  record Question(List<Certificate> served, TrustStore store, Instant at) {}

  private final ChainsSuite suite;
  private final SortedMap<String, Family> families = new TreeMap<>();

  CrossSigningFamilies(ChainsSuite suite) {
    this.suite = suite;
    try {
      for (var scenario :
          new ObjectMapper().readTree(Suites.bytes("chains/manifest.json.xz")).get("scenarios")) {
        families.put(scenario.get("name").asText(), family(scenario.get("files")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Family family(JsonNode files) {
    return new Family(
        role(files, "target--"),
        role(files, "self--"),
        role(files, "cross--"),
        role(files, "extra--"),
        role(files, "issuer-root--"));
  }

  /** In the order of the file names. */
  private List<Certificate> role(JsonNode files, String prefix) {
    return files.properties().stream()
        .filter(file -> file.getKey().startsWith(prefix))
        .sorted(Map.Entry.comparingByKey())
        .map(file -> suite.certificate(file.getValue().asText()))
        .toList();
  }

  /** Names, sorted. */
  List<String> names() {
    return List.copyOf(families.keySet());
  }

  List<Question> questions(String name) {
    var family = Objects.requireNonNull(families.get(name), name);
    List<Question> questions = new ArrayList<>();
    for (var store : suite.stores()) {
      boolean holds =
          family.selfSigned().stream().anyMatch(store::holds)
              || family.issuerRoots().stream().anyMatch(store::holds);
      if (!holds) {
        continue;
      }
      for (var target : family.targets()) {
        for (var at : family.instants()) {
          if (target.validity().contains(at)) {
            family.served(target).forEach(served -> questions.add(new Question(served, store, at)));
          }
        }
      }
    }
    return questions;
  }
}
