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
      switch                     openssl-1.0.1  openssl-1.0.2  rfc5280     served-order
      tries other issuers        false          false          true        false
      follows the served order   false          false          false       true
      store first                false          false          false       true
      alternate chains           false          true           false       false
      stops at the first anchor  false          false          false       true
      accepts partial chains     false          false          true        true
      maximum depth              100            100            16          16
      names                      NORMALIZED     NORMALIZED     NORMALIZED  NORMALIZED
      key identifiers must match true           true           false       true
      key usage of issuers       true           true           false       false
      signature of issuers       false          false          true        true
      refuses repeats            false          true           true        true
      preference                 FIRST          FIRST          FIRST       FIRST
      enforces anchor expiry     true           true           true        false
      notAfter inclusive         false          false          true        true
      common names               true           true           false       true
      maximum intermediates      null           null           null        null
      checked certificates       NOT_HELD       NOT_HELD       ALL         SIGNED
      reading                    OPENSSL        OPENSSL        RFC5280     RFC5280
      CRITICAL_EXTENSIONS        true           true           true        true
      BASIC_CONSTRAINTS          true           true           true        true
      KEY_USAGE                  true           true           true        true
      SERVER_AUTHENTICATION      true           true           true        true
      PATH_LENGTH                true           true           true        true
      NAME_CONSTRAINTS           true           true           true        true
      DATES                      true           true           true        true
      CERTIFICATE_POLICIES       false          false          true        false
      STRICT_FORM                false          false          true        false
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
    switches.put("names", profile -> profile.issuers().names());
    switches.put(
        "key identifiers must match", profile -> profile.issuers().keyIdentifiersMustMatch());
    switches.put("key usage of issuers", profile -> profile.issuers().keyUsage());
    switches.put("signature of issuers", profile -> profile.issuers().signature());
    switches.put("refuses repeats", profile -> profile.issuers().refusesRepeats());
    switches.put("preference", profile -> profile.issuers().preference());
    switches.put("enforces anchor expiry", profile -> profile.rules().enforcesAnchorExpiry());
    switches.put("notAfter inclusive", profile -> profile.rules().notAfterInclusive());
    switches.put("common names", profile -> profile.rules().commonNames());
    switches.put(
        "maximum intermediates", profile -> String.valueOf(profile.rules().maximumIntermediates()));
    switches.put("checked certificates", profile -> profile.rules().certificates());
    switches.put("reading", profile -> profile.rules().reading());
    for (var check : PathCheck.values()) {
      switches.put(check.name(), profile -> profile.rules().checks().contains(check));
    }
    return switches;
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
            "there is no path profile openssl-9.9, expected one of openssl-1.0.1, openssl-1.0.2,"
                + " rfc5280, served-order");
  }
}
