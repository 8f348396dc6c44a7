package dev.ringfence.cases;

import dev.ringfence.path.PathProfile;
import dev.ringfence.path.PathProfiles;
import dev.ringfence.path.PathQuestion;
import dev.ringfence.path.Purpose;
import dev.ringfence.path.TrustStore;
import dev.ringfence.pki.Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks up what a case names. Each trust store is made once. */
public final class CaseResolver {
  private static final int LISTED_STORES = 256;

  private final CertificatePool pool;
  private final SortedMap<String, List<String>> storeNames;
  private final Map<String, TrustStore> named = new HashMap<>();

  /** Cases of one run often list the same anchors; the latest lists are kept. */
  private final Map<List<String>, TrustStore> listed =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, TrustStore> eldest) {
          return size() > LISTED_STORES;
        }
      };

  /**
   * @param storeNames SHA-256 digests by the name of the trust store
   */
  public CaseResolver(CertificatePool pool, SortedMap<String, List<String>> storeNames) {
    this.pool = pool;
    this.storeNames = storeNames;
  }

  public PathQuestion resolve(CaseLine line) throws CaseFormatException {
    return new PathQuestion(
        profile(line), served(line), store(line), at(line), serverName(line), purpose(line));
  }

  private static PathProfile profile(CaseLine line) throws CaseFormatException {
    return PathProfiles.find(line.profile())
        .orElseThrow(
            () ->
                refused(
                    line,
                    "There is no path profile \"%s\"; expected one of %s."
                        .formatted(
                            CaseLineReader.shown(line.profile()),
                            PathProfiles.all().stream()
                                .map(PathProfile::name)
                                .collect(Collectors.joining(", ")))));
  }

  /** The target first; if it is what is served first, it is not repeated. */
  private List<Certificate> served(CaseLine line) throws CaseFormatException {
    Certificate target = certificate(line, line.target(), "target");
    List<Certificate> served = new ArrayList<>(line.served().size() + 1);
    served.add(target);
    for (int i = 0; i < line.served().size(); i++) {
      Certificate certificate = certificate(line, line.served().get(i), "served");
      if (i > 0 || !certificate.equals(target)) {
        served.add(certificate);
      }
    }
    return served;
  }

  private TrustStore store(CaseLine line) throws CaseFormatException {
    List<String> anchors = line.anchors();
    if (anchors != null) {
      TrustStore known = listed.get(anchors);
      if (known == null) {
        known = new TrustStore("of the case", certificates(line, anchors, "trustStore"));
        listed.put(anchors, known);
      }
      return known;
    }
    String name = String.valueOf(line.store());
    TrustStore known = named.get(name);
    if (known == null) {
      List<String> digests = storeNames.get(name);
      if (digests == null) {
        throw refused(line, noStore(name));
      }
      known = new TrustStore(name, certificates(line, digests, "trust store " + name));
      named.put(name, known);
    }
    return known;
  }

  private String noStore(String name) {
    return "There is no trust store \"%s\"; %s."
        .formatted(
            CaseLineReader.shown(name),
            storeNames.isEmpty()
                ? "no file of trust stores was given"
                : "the file of trust stores names %d, not this one".formatted(storeNames.size()));
  }

  private List<Certificate> certificates(CaseLine line, List<String> digests, String where)
      throws CaseFormatException {
    List<Certificate> certificates = new ArrayList<>(digests.size());
    for (String digest : digests) {
      certificates.add(certificate(line, digest, where));
    }
    return certificates;
  }

  private Certificate certificate(CaseLine line, String sha256, String where)
      throws CaseFormatException {
    Certificate found = pool.find(sha256).orElse(null);
    if (found == null) {
      throw refused(
          line,
          "The certificate \"%s\" (%s) is not in the pool of %d; expected the SHA-256 of one."
              .formatted(CaseLineReader.shown(sha256), where, pool.size()));
    }
    return found;
  }

  private static Instant at(CaseLine line) throws CaseFormatException {
    try {
      return Instant.ofEpochSecond(line.at());
    } catch (DateTimeException e) {
      throw refused(line, "The instant at is beyond what a calendar knows.");
    }
  }

  private static @Nullable String serverName(CaseLine line) throws CaseFormatException {
    String name = line.serverName();
    if (name != null && name.isBlank()) {
      throw refused(
          line, "The field serverName is empty; expected a name, or no such field at all.");
    }
    return name;
  }

  private static Purpose purpose(CaseLine line) throws CaseFormatException {
    String word = line.purpose();
    if (word == null) {
      return Purpose.byDefault(line.serverName());
    }
    return Purpose.of(word)
        .orElseThrow(
            () ->
                refused(
                    line,
                    "There is no purpose \"%s\"; expected one of %s."
                        .formatted(
                            CaseLineReader.shown(word), String.join(", ", Purpose.words()))));
  }

  private static CaseFormatException refused(CaseLine line, String sentence) {
    return new CaseFormatException(line.id(), sentence);
  }
}
