package dev.ringfence.policy.rules;

import dev.ringfence.policy.Rule;
import java.util.List;
import java.util.Optional;

/** Every rule there is, sorted by id. */
public final class Rules {
  private Rules() {}

  public static List<Rule> all() {
    return List.of(
        new BootstrapDeadlock(),
        new CertificateAuthorityInvalid(),
        new CertificateExpired(),
        new CertificateNotYetValid(),
        new ChainOrderInvalid(),
        new CriticalExtensionUnsupported(),
        new CrlDistributionPointMissing(),
        new FirmwareBelowMinimum(),
        new IntermediateMissing(),
        new InventoryStale(),
        new NameConstraintViolated(),
        new PathBuilderDeadEnd(),
        new PathExpiresBeforeEndEntity(),
        new PathTooLong(),
        new ProvisionedTrustRequired(),
        new ProvisioningIneffective(),
        new PublicKeyUnsupported(),
        new ReissuedRootAmbiguous(),
        new ServedCertificateUnused(),
        new ServerAuthenticationMissing(),
        new ServerNameMismatch(),
        new SignatureAlgorithmUnsupported(),
        new SignatureInvalid(),
        new TrustAnchorExpired(),
        new TrustAnchorMissing(),
        new UnknownFirmware(),
        new WildcardName());
  }

  /** The ids of all rules, sorted. */
  public static List<String> ids() {
    return all().stream().map(Rule::id).toList();
  }

  public static Optional<Rule> named(String id) {
    return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
