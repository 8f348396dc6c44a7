package dev.ringfence.policy;

import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.gather.CatalogGatherer;
import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.testing.Minted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fleet of groups that differ in their path builders and in what their complete stores hold, and
 * in nothing else. Each group has a family of its own; its first release is {@link #INSTALLED}.
 */
final class FleetDraft {
  static final String PLATFORM = "example-phone";
  static final String INSTALLED = "1.0.0.1";

  private record Release(String family, String version, List<Certificate> anchors) {}

  private final Map<String, List<String>> families = new LinkedHashMap<>();
  private final List<Release> releases = new ArrayList<>();
  private final List<FleetGroup> groups = new ArrayList<>();
  private final Set<Certificate> known = new LinkedHashSet<>();
  private final Map<String, Boolean> claims = new LinkedHashMap<>();
  private ProvisionedTrust provisioned = ProvisionedTrust.none();
  private Policy policy = Policy.defaults();

  FleetDraft() {
    for (String check : List.of("dates", "basicConstraints", "pathLength", "keyUsage")) {
      stating("check." + check, true);
    }
    for (String check : List.of("serverName", "sipDomain", "nameConstraints")) {
      stating("check." + check, false);
    }
    stating("check.criticalExtensions", false);
    stating("check.serverAuthentication", false);
    stating("path.fetchesIntermediates", false);
    stating("path.enforcesAnchorExpiry", true);
    for (String signIn : List.of("UsbTether", "Pin", "Credentials")) {
      stating("provisioning.activeDirectory." + signIn, !signIn.equals("Pin"));
      stating("provisioning.certificateWebService." + signIn, signIn.equals("Pin"));
    }
    stating("provisioning.inferCertChainFromSSL.ignoresTrustedCACerts", true);
  }

  FleetDraft group(String name, List<String> profiles, long phones, Certificate... anchors) {
    return group(name, profiles, phones, SignIn.UNDECLARED, GroupKind.IN_USE, List.of(anchors));
  }

  FleetDraft group(
      String name,
      List<String> profiles,
      long phones,
      SignIn signIn,
      GroupKind kind,
      List<Certificate> anchors) {
    families.put(name, profiles);
    release(name, INSTALLED, anchors);
    groups.add(
        new FleetGroup(
            name, PLATFORM, "model-" + name, INSTALLED, phones, "", signIn, kind, null, false));
    return this;
  }

  /** One more release of a group's family. */
  FleetDraft release(String family, String version, List<Certificate> anchors) {
    releases.add(new Release(family, version, List.copyOf(anchors)));
    known.addAll(anchors);
    return this;
  }

  FleetDraft knowing(Collection<Certificate> certificates) {
    known.addAll(certificates);
    return this;
  }

  FleetDraft stating(String capability, boolean value) {
    claims.put(capability, value);
    return this;
  }

  FleetDraft provisioned(ProvisionedTrust trust) {
    this.provisioned = trust;
    return this;
  }

  FleetDraft policy(Policy other) {
    this.policy = other;
    return this;
  }

  Evaluation evaluation(List<Certificate> served, Instant at) {
    return new Evaluation(
        "pool",
        new CertificateChain(served),
        null,
        List.of(),
        List.of(),
        at,
        List.of(new PhoneFleet("phones", groups, provisioned, List.of(), null)),
        catalogs(served),
        policy,
        List.of(),
        List.of());
  }

  private FirmwareCatalogs catalogs(List<Certificate> served) {
    var gathered =
        new CatalogGatherer().gather(text(served).getBytes(StandardCharsets.UTF_8), "draft.yaml");
    if (!gathered.defects().isEmpty()) {
      throw new IllegalStateException("the draft has defects: " + gathered.defects());
    }
    return new FirmwareCatalogs(List.of(gathered.catalog()));
  }

  private String text(List<Certificate> served) {
    return """
    apiVersion: ringfence.dev/v1alpha1
    kind: FirmwareCatalog
    metadata: {name: draft}
    spec:
      platform: %s
      edition: "2026-06-01"
      sources:
      - {id: LAB, title: Own laboratory}
      families:
    %s
      models:
    %s
      certificates:
    %s
      trustStores:
    %s
      capabilities:
    %s
      releases:
    %s
    """
        .formatted(
            PLATFORM,
            lines(
                families.entrySet().stream()
                    .map(e -> "{name: %s, profiles: %s, ".formatted(e.getKey(), e.getValue()))),
            lines(
                families.keySet().stream()
                    .map(
                        f ->
                            "{id: model-%1$s, family: %1$s, manufacturer: Example, use: desk, "
                                .formatted(f))),
            plain(
                known.stream()
                    .map(
                        c ->
                            "{id: c-%s, origin: test, pem: \"%s\"}"
                                .formatted(
                                    c.sha256(),
                                    Minted.pemBlock("CERTIFICATE", c.encoded())
                                        .replace("\n", "\\n")))),
            lines(releases.stream().map(FleetDraft::store)),
            lines(
                claims(served).entrySet().stream()
                    .map(e -> "{capability: %s, value: %s, ".formatted(e.getKey(), e.getValue()))),
            lines(
                releases.stream()
                    .map(
                        r ->
                            "{name: %1$s-%2$s, version: %2$s, families: [%1$s], trustStore: %1$s-%2$s, "
                                .formatted(r.family(), r.version()))));
  }

  private static String store(Release release) {
    return "{name: %s-%s, complete: true, certificates: %s, "
        .formatted(
            release.family(),
            release.version(),
            release.anchors().stream().distinct().map(c -> "c-" + c.sha256()).toList());
  }

  /** What is stated, and that all algorithms, keys and lengths that occur are handled. */
  private Map<String, Boolean> claims(List<Certificate> served) {
    Map<String, Boolean> all = new LinkedHashMap<>();
    Set<String> handled = new TreeSet<>();
    Set<Certificate> certificates = new LinkedHashSet<>(known);
    certificates.addAll(served);
    for (Certificate certificate : certificates) {
      handled.add("signature." + certificate.signatureAlgorithm().name());
      handled.add("publicKey." + certificate.publicKey().name());
    }
    IntStream.rangeClosed(1, 8).forEach(length -> handled.add("path.length-" + length));
    handled.forEach(key -> all.put(key, true));
    all.putAll(claims);
    return all;
  }

  private static String lines(Stream<String> items) {
    return plain(items.map(item -> item + "level: Documented, sources: [LAB]}"));
  }

  private static String plain(Stream<String> items) {
    return items.map(item -> "  - " + item).collect(Collectors.joining("\n"));
  }
}
