package dev.ringfence.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.gather.BuiltInPacks;
import dev.ringfence.gather.CatalogGatherer;
import dev.ringfence.pki.Certificate;
import dev.ringfence.testing.Minted;
import dev.ringfence.testing.TestPki;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The short answer on trust is the long one's, for certificates that no catalog names too. */
class HoldingTest {
  private static final FirmwareCatalogs CATALOGS =
      new FirmwareCatalogs(
          List.of(new BuiltInPacks(new CatalogGatherer()).pack("lync-phone-edition").catalog()));
  private static final Instant END = Instant.parse("2039-12-31T23:59:59Z");

  @Test
  void isWhatTheFactComesTo() {
    var certificates = new ArrayList<Certificate>(CATALOGS.certificates());
    var days = lastDays();
    assertThat(days).hasSizeGreaterThan(5);
    for (var day : days) {
      for (int before = -1; before <= 1; before++) {
        certificates.add(root(day.plusDays(before).atStartOfDay(ZoneOffset.UTC).toInstant()));
      }
      certificates.add(
          root(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1)));
    }
    Set<Holding> seen = new HashSet<>();
    for (var version :
        List.of(
            "1.0.522.103",
            "3.5.6907.187",
            "4.0.7423.1",
            "4.0.7577.4066",
            "4.0.7577.4100",
            "4.0.7577.4387",
            "4.0.7577.4421",
            "4.0.7577.4494",
            "4.0.7577.4999")) {
      for (var model : List.of("CX600", "CX700", "")) {
        if (CATALOGS.identify("lync-phone-edition", model, version)
            instanceof Identification.Known known) {
          for (var facts : known.alternatives()) {
            for (var certificate : certificates) {
              var holding = facts.holds(certificate);
              assertThat(holding)
                  .as("%s on %s", certificate, facts)
                  .isEqualTo(Holding.of(facts.trusts(certificate)));
              seen.add(holding);
            }
          }
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(3);
  }

  private static List<LocalDate> lastDays() {
    return CATALOGS.familiesOf("lync-phone-edition").stream()
        .flatMap(family -> CATALOGS.releasesOf("lync-phone-edition", family).stream())
        .map(FirmwareRelease::latest)
        .filter(day -> day != null)
        .distinct()
        .toList();
  }

  private static Certificate root(Instant notBefore) {
    Minted minted = TestPki.rootCa().subject("CN=Unknown Root").valid(notBefore, END).mint();
    return minted.certificate();
  }
}
