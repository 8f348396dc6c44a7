package dev.ringfence.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PathProfilesTest {
  /** Every switch with how it is written. */
  private static final Map<String, Function<PathProfile, Object>> SWITCHES = switches();

  private static final String TABLE =
      """
      switch                     openssl-1.0.0 openssl-1.0.1 openssl-1.0.1n openssl-1.0.2 openssl-1.1.1   openssl-1.1.1i  openssl-3.0              openssl-3.0-level-0      rfc5280          served-order
      tries other issuers        false         false         false          false         false           false           false                    false                    true             false
      follows the served order   false         false         false          false         false           false           false                    false                    false            true
      store first                false         false         false          false         true            true            true                     true                     false            true
      alternate chains           false         false         true           true          false           false           false                    false                    false            false
      stops at the first anchor  false         false         false          false         false           false           false                    false                    false            true
      accepts partial chains     false         false         false          false         false           false           false                    false                    true             true
      maximum depth              100           100           100            100           101             101             101                      101                      16               16
      says too deep              false         false         false          false         true            true            true                     true                     false            false
      names                      NORMALIZED    NORMALIZED    NORMALIZED     NORMALIZED    NORMALIZED      NORMALIZED      NORMALIZED               NORMALIZED               NORMALIZED       NORMALIZED
      key identifiers must match true          true          true           true          true            true            true                     true                     false            true
      key usage of issuers       true          true          true           true          true            false           false                    false                    false            false
      signature of issuers       false         false         false          false         false           false           false                    false                    true             true
      key fits the algorithm     false         false         false          false         false           true            true                     true                     false            false
      decodable                  false         false         false          false         true            true            true                     true                     false            false
      repeats                    TAKEN         TAKEN         TAKEN          TAKEN         REFUSED         SERVED_REFUSED  SERVED_REFUSED           SERVED_REFUSED           REFUSED          REFUSED
      preference                 FIRST         FIRST         FIRST          FIRST         VALID_ELSE_LAST VALID_ELSE_LAST VALID_ELSE_LATEST_EXPIRY VALID_ELSE_LATEST_EXPIRY FIRST            FIRST
      enforces anchor expiry     true          true          true           true          true            true            true                     true                     true             false
      notAfter inclusive         false         false         false          false         false           false           false                    false                    true             true
      common names               true          true          true           true          true            true            true                     true                     false            true
      maximum intermediates      null          null          null           null          null            null            null                     null                     null             null
      checked certificates       NOT_HELD      NOT_HELD      NOT_HELD       NOT_HELD      ALL             ALL             ALL                      ALL                      ALL              SIGNED
      wildcards                  PART_OF_LABEL PART_OF_LABEL PART_OF_LABEL PART_OF_LABEL PART_OF_LABEL PART_OF_LABEL PART_OF_LABEL PART_OF_LABEL WHOLE_LABEL WHOLE_LABEL
      order                      NAMES_EARLY   NAMES_EARLY   NAMES_EARLY    NAMES_EARLY   NAMES_LATE      NAMES_LATE      NAMES_LATE               NAMES_LATE               SIGNATURES_FIRST SIGNATURES_FIRST
      authorities                IMPLIED       IMPLIED       IMPLIED        IMPLIED       IMPLIED_LAST    IMPLIED_LAST    IMPLIED_LAST             IMPLIED_LAST             DECLARED         DECLARED
      self-issued path lengths   false         false         false          true          true            true            true                     true                     true             true
      critical extensions        12            12            12             12            12              12              13                       13                       9                9
      proxies                    true          true          true           true          true            true            true                     true                     false            false
      refuses undecodable        false         false         false          false         false           false           false                    false                    true             true
      any purpose                false         false         false          false         false           false           false                    false                    true             true
      gated cryptography         true          true          true           true          true            true            true                     true                     false            false
      server uses                2             2             2              3             3               3               3                        3                        0                0
      client uses                1             1             1              2             2               2               2                        2                        0                0
      constrained common names   NONE          NONE          NONE           NONE          DOTTED          DOTTED          DOTTED                   DOTTED                   NONE             HOST_NAMES
      constrained IP addresses   false         false         false          false         true            true            true                     true                     true             true
      wildcards as patterns      false         false         false          false         false           false           false                    false                    true             true
      literal names              true          true          true           true          true            true            true                     true                     false            false
      limit of names             0             0             0              0             1048576         1048576         1048576                  1048576                  0                0
      signature algorithms       14            15            15             15            21              21              25                       25                       -                -
      kinds of keys              8             8             8              15            20              20              20                       20                       -                -
      every key known            false         false         false          false         false           false           true                     true                     -                -
      minimum strength           0             0             0              0             0               0               80                       0                        -                -
      CRITICAL_EXTENSIONS        true          true          true           true          true            true            true                     true                     true             true
      BASIC_CONSTRAINTS          true          true          true           true          true            true            true                     true                     true             true
      KEY_USAGE                  true          true          true           true          true            true            true                     true                     true             true
      SERVER_AUTHENTICATION      true          true          true           true          true            true            true                     true                     true             true
      PATH_LENGTH                true          true          true           true          true            true            true                     true                     true             true
      NAME_CONSTRAINTS           true          true          true           true          true            true            true                     true                     true             true
      DATES                      true          true          true           true          true            true            true                     true                     true             true
      CERTIFICATE_POLICIES       false         false         false          false         false           false           false                    false                    true             false
      STRICT_FORM                false         false         false          false         false           false           false                    false                    true             false
      """;

  private static Map<String, Function<PathProfile, Object>> switches() {
    var switches = new LinkedHashMap<String, Function<PathProfile, Object>>();
    switches.put("switch", PathProfile::name);
    switches.put("tries other issuers", profile -> profile.growth().triesOtherIssuers());
    switches.put("follows the served order", profile -> profile.growth().followsServedOrder());
    switches.put("store first", profile -> profile.growth().storeFirst());
    switches.put("alternate chains", profile -> profile.growth().alternateChains());
    switches.put("stops at the first anchor", profile -> profile.growth().stopsAtFirstAnchor());
    switches.put("accepts partial chains", profile -> profile.growth().acceptsPartialChains());
    switches.put("maximum depth", profile -> profile.growth().maximumDepth());
    switches.put("says too deep", profile -> profile.growth().saysTooDeep());
    switches.put("names", profile -> profile.issuers().names());
    switches.put(
        "key identifiers must match", profile -> profile.issuers().keyIdentifiersMustMatch());
    switches.put("key usage of issuers", profile -> profile.issuers().keyUsage());
    switches.put("signature of issuers", profile -> profile.issuers().signature());
    switches.put("key fits the algorithm", profile -> profile.issuers().keyFitsAlgorithm());
    switches.put("decodable", profile -> profile.issuers().decodable());
    switches.put("repeats", profile -> profile.issuers().repeats());
    switches.put("preference", profile -> profile.issuers().preference());
    switches.put("enforces anchor expiry", profile -> profile.rules().enforcesAnchorExpiry());
    switches.put("notAfter inclusive", profile -> profile.rules().notAfterInclusive());
    switches.put("common names", profile -> profile.rules().commonNames());
    switches.put(
        "maximum intermediates", profile -> String.valueOf(profile.rules().maximumIntermediates()));
    switches.put("checked certificates", profile -> profile.rules().certificates());
    switches.put("wildcards", profile -> profile.rules().wildcards());
    switches.put("order", profile -> profile.rules().order());
    switches.put("authorities", profile -> reading(profile).authorities());
    switches.put("self-issued path lengths", profile -> reading(profile).selfIssuedPathLengths());
    switches.put("critical extensions", profile -> reading(profile).understood().size());
    switches.put("proxies", profile -> reading(profile).proxies());
    switches.put("refuses undecodable", profile -> reading(profile).refusesUndecodable());
    switches.put("any purpose", profile -> reading(profile).purposes().anyPurpose());
    switches.put("gated cryptography", profile -> reading(profile).purposes().gatedCryptography());
    switches.put("server uses", profile -> reading(profile).purposes().serverUses().size());
    switches.put("client uses", profile -> reading(profile).purposes().clientUses().size());
    switches.put("constrained common names", profile -> reading(profile).names().commonNames());
    switches.put("constrained IP addresses", profile -> reading(profile).names().ipAddresses());
    switches.put("wildcards as patterns", profile -> reading(profile).names().wildcards());
    switches.put("literal names", profile -> reading(profile).names().literal());
    switches.put("limit of names", profile -> reading(profile).names().limit());
    switches.put(
        "signature algorithms", profile -> algorithms(profile, all -> all.signatures().size()));
    switches.put("kinds of keys", profile -> algorithms(profile, all -> all.keys().size()));
    switches.put("every key known", profile -> algorithms(profile, AlgorithmSupport::everyKey));
    switches.put(
        "minimum strength", profile -> algorithms(profile, AlgorithmSupport::minimumStrength));
    for (var check : PathCheck.values()) {
      switches.put(check.name(), profile -> profile.rules().checks().contains(check));
    }
    return switches;
  }

  private static ExtensionReading reading(PathProfile profile) {
    return profile.rules().reading();
  }

  private static Object algorithms(
      PathProfile profile, Function<AlgorithmSupport, Object> property) {
    var algorithms = profile.rules().algorithms();
    return algorithms == null ? "-" : property.apply(algorithms);
  }

  @Test
  void switchesAreThoseOfTheTable() {
    var written =
        SWITCHES.entrySet().stream()
            .map(
                entry ->
                    String.format(Locale.ROOT, "%-27s", entry.getKey())
                        + PathProfiles.all().stream()
                            .map(profile -> entry.getValue().apply(profile).toString())
                            .collect(Collectors.joining(" ")))
            .map(PathProfilesTest::collapsed)
            .collect(Collectors.joining("\n"));

    assertThat(written)
        .isEqualTo(
            TABLE.lines().map(PathProfilesTest::collapsed).collect(Collectors.joining("\n")));
  }

  private static String collapsed(String line) {
    return line.strip().replaceAll(" +", " ");
  }

  @Test
  void areSortedAndFoundByName() {
    assertThat(PathProfiles.all()).extracting(PathProfile::name).isSorted();
    for (var profile : PathProfiles.all()) {
      assertThat(PathProfiles.named(profile.name())).isSameAs(profile);
    }
    assertThat(PathProfiles.find("openssl-9.9")).isEmpty();
    assertThatThrownBy(() -> PathProfiles.named("openssl-9.9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no path profile openssl-9.9, expected one of openssl-1.0.0, openssl-1.0.1,"
                + " openssl-1.0.1n, openssl-1.0.2, openssl-1.1.1, openssl-1.1.1i, openssl-3.0,"
                + " openssl-3.0-level-0, rfc5280, served-order");
  }
}
