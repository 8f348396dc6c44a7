package dev.ringfence.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document, already valid: what could not be read is left out, and where it may have
 * contradicted the rest it is marked as damaged.
 *
 * @param platform null in a catalog that only names trust stores
 * @param edition the date of the document, for people
 * @param priority a higher one overlays a lower one
 * @param builtIn whether it comes with the program: then every other one overlays it
 */
public record FirmwareCatalog(
    String name,
    @Nullable String platform,
    @Nullable String edition,
    int priority,
    List<Source> sources,
    List<PhoneFamily> families,
    List<PhoneModel> models,
    List<CatalogCertificate> certificates,
    List<NamedTrustStore> trustStores,
    List<Statement> statements,
    List<DamagedStatement> damagedStatements,
    List<FirmwareRelease> releases,
    List<UpgradeStep> upgrades,
    List<NotPhone> notPhones,
    boolean builtIn) {
  public FirmwareCatalog {
    sources = List.copyOf(sources);
    families = List.copyOf(families);
    models = List.copyOf(models);
    certificates = List.copyOf(certificates);
    trustStores = List.copyOf(trustStores);
    statements = List.copyOf(statements);
    damagedStatements = List.copyOf(damagedStatements);
    releases = List.copyOf(releases);
    upgrades = List.copyOf(upgrades);
    notPhones = List.copyOf(notPhones);
  }

  /** A catalog that does not come with the program. */
  public FirmwareCatalog(
      String name,
      @Nullable String platform,
      @Nullable String edition,
      int priority,
      List<Source> sources,
      List<PhoneFamily> families,
      List<PhoneModel> models,
      List<CatalogCertificate> certificates,
      List<NamedTrustStore> trustStores,
      List<Statement> statements,
      List<DamagedStatement> damagedStatements,
      List<FirmwareRelease> releases,
      List<UpgradeStep> upgrades,
      List<NotPhone> notPhones) {
    this(
        name,
        platform,
        edition,
        priority,
        sources,
        families,
        models,
        certificates,
        trustStores,
        statements,
        damagedStatements,
        releases,
        upgrades,
        notPhones,
        false);
  }

  public FirmwareCatalog asBuiltIn() {
    return new FirmwareCatalog(
        name,
        platform,
        edition,
        priority,
        sources,
        families,
        models,
        certificates,
        trustStores,
        statements,
        damagedStatements,
        releases,
        upgrades,
        notPhones,
        true);
  }
}
