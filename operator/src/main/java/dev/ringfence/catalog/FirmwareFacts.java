package dev.ringfence.catalog;

import dev.ringfence.pki.Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one build on one family or model, at one accepted level of evidence. Each fact
 * is resolved once, but for those on certificates that no catalog names: there is no end of them.
 */
public final class FirmwareFacts {
  private static final int MAX_ANSWERS = 4_096;

  private final BuildResolution resolution;
  private final Function<String, @Nullable Instant> notBefore;
  private final Map<FactKey, Fact> answers = new ConcurrentHashMap<>();
  private final Map<Certificate, Fact> trusted = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<Holding> unnamed;
  private final List<String> profiles;
  private final boolean storeComplete;
  private final String key;
  private final String phone;
  private volatile @Nullable String abilities;

  /**
   * @param notBefore of the certificates that catalogs describe, by SHA-256
   */
  FirmwareFacts(BuildResolution resolution, Function<String, @Nullable Instant> notBefore) {
    this.resolution = resolution;
    this.notBefore = notBefore;
    this.profiles = resolution.profiles();
    this.storeComplete = resolution.storeComplete();
    this.key = key(resolution);
    this.phone = phone(resolution);
    this.unnamed = new AtomicReferenceArray<>(resolution.platform().periods());
  }

  private static String key(BuildResolution build) {
    // Sentences name the model, so phones of two models are not one, however alike.
    var who = build.model() == null ? "*" : build.model();
    return String.join(
        "/",
        build.platform().name(),
        build.family(),
        who,
        build.version().toString(),
        build.minimum().label());
  }

  private static String phone(BuildResolution build) {
    var model = build.model();
    return (model == null ? build.family() + " phone" : model) + " on " + build.version();
  }

  public String platform() {
    return resolution.platform().name();
  }

  public String family() {
    return resolution.family();
  }

  /** The id of the model, null if it is unknown. */
  public @Nullable String model() {
    return resolution.model();
  }

  /** Model (or family, if the model is unknown) and version. */
  public String phone() {
    return phone;
  }

  public FirmwareVersion version() {
    return resolution.version();
  }

  public EvidenceLevel minimumEvidence() {
    return resolution.minimum();
  }

  /** The listed release that this build is, null if it lies between or above the listed ones. */
  public @Nullable FirmwareRelease release() {
    return resolution.position() instanceof Position.Listed listed
        ? listed.release().release()
        : null;
  }

  /** A certificate that no catalog describes is better asked for with {@link #trusts}. */
  public Fact fact(FactKey key) {
    var known = answers.get(key);
    if (known != null) {
      return known;
    }
    var began = key.trustedSha256().map(notBefore).orElse(null);
    var fact = resolution.resolve(key, began);
    if (answers.size() < MAX_ANSWERS && (began != null || !key.isTrust())) {
      answers.put(key, fact);
    }
    return fact;
  }

  /** Whether the build's store holds the certificate: this very copy, whatever its key. */
  public Fact trusts(Certificate certificate) {
    var known = trusted.get(certificate);
    if (known != null) {
      return known;
    }
    var fact = resolution.resolve(FactKey.trusts(certificate), certificate.validity().notBefore());
    if (trusted.size() < MAX_ANSWERS && isNamed(certificate)) {
      trusted.put(certificate, fact);
    }
    return fact;
  }

  /**
   * What {@link #trusts} comes to, without its reasons. Builds are asked this of every certificate
   * of every chain, so those that no catalog names are not resolved one by one: all of them that
   * began between the same two dates of releases are answered alike.
   */
  public Holding holds(Certificate certificate) {
    var known = trusted.get(certificate);
    if (known != null) {
      return Holding.of(known);
    }
    return isNamed(certificate) ? Holding.of(trusts(certificate)) : unnamed(certificate);
  }

  private Holding unnamed(Certificate certificate) {
    int period = resolution.platform().period(certificate.validity().notBefore());
    var known = unnamed.get(period);
    if (known == null) {
      known = Holding.of(trusts(certificate));
      unnamed.set(period, known);
    }
    return known;
  }

  /** Whether a catalog describes it, or says something of it on this platform. */
  private boolean isNamed(Certificate certificate) {
    return notBefore.apply(certificate.sha256()) != null
        || resolution.platform().names(certificate.sha256());
  }

  /**
   * The answers to all that the catalogs say of the platform, trust in certificates apart. Equal
   * for builds that answer all of it alike, whatever speaks for the answers.
   */
  public String abilities() {
    var known = abilities;
    if (known == null) {
      var answered = new StringBuilder(platform()).append('/');
      for (var stated : statedFacts()) {
        if (!stated.isTrust()) {
          answered.append(fact(stated).answer().initial());
        }
      }
      known = answered.toString();
      abilities = known;
    }
    return known;
  }

  /** The path builders that this build may have, sorted; empty: unknown. */
  public List<String> profiles() {
    return profiles;
  }

  /** Whether everything that the store is not said to hold is absent. */
  public boolean storeComplete() {
    return storeComplete;
  }

  /** Every fact that a statement of the platform speaks of, store entries excepted. */
  public SortedSet<FactKey> statedFacts() {
    return Collections.unmodifiableSortedSet(
        new TreeSet<>(resolution.platform().statements().keys()));
  }

  /** Equal for builds whose facts are all equal because the same statements apply to them. */
  public String key() {
    return key;
  }

  @Override
  public String toString() {
    return key();
  }
}
