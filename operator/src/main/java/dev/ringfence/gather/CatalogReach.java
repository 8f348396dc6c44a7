package dev.ringfence.gather;

import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareRelease;
import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.catalog.ReleaseVersion;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.PhoneFleet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a catalog can say anything of the phones of some fleets. A catalog of statements alone,
 * such as that of a laboratory, cannot if each of them is about another platform or about releases
 * that no group runs. Where that is not plain, the answer is that it can.
 */
final class CatalogReach {
  private final Set<FirmwareVersion> listed = new HashSet<>();

  /**
   * @param catalogs all in force: a build that none of them lists takes facts from its neighbours
   */
  CatalogReach(Collection<FirmwareCatalog> catalogs) {
    for (FirmwareCatalog catalog : catalogs) {
      for (FirmwareRelease release : catalog.releases()) {
        ReleaseVersion version = release.version();
        if (version != null && version.first().equals(version.last())) {
          listed.add(version.first());
        }
      }
    }
  }

  boolean concerns(FirmwareCatalog catalog, List<PhoneFleet> fleets) {
    return !saysStatementsAlone(catalog)
        || fleets.stream()
            .flatMap(fleet -> fleet.groups().stream())
            .anyMatch(group -> concerns(catalog, group));
  }

  private boolean concerns(FirmwareCatalog catalog, FleetGroup group) {
    if (group.platform() != null && !group.platform().equals(catalog.platform())) {
      return false;
    }
    Optional<FirmwareVersion> version = FirmwareVersion.parse(group.firmware());
    return version.isEmpty()
        || !listed.contains(version.get())
        || catalog.statements().stream()
            .anyMatch(statement -> statement.scope().covers(version.get()));
  }

  private static boolean saysStatementsAlone(FirmwareCatalog catalog) {
    return catalog.platform() != null
        && catalog.families().isEmpty()
        && catalog.models().isEmpty()
        && catalog.certificates().isEmpty()
        && catalog.trustStores().isEmpty()
        && catalog.damagedStatements().isEmpty()
        && catalog.releases().isEmpty()
        && catalog.upgrades().isEmpty()
        && catalog.notPhones().isEmpty();
  }
}
