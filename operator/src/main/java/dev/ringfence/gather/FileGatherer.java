package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import dev.ringfence.catalog.CatalogDefect;
import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.fleet.InventoryFormat;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.pki.CertificateChain;
import dev.ringfence.pki.Fingerprint;
import dev.ringfence.policy.Approval;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.policy.Policy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * From the files of a command line to values of the domain, by the same readers that serve a
 * cluster. What cannot be read is an exception whose message names the file and the place.
 */
public final class FileGatherer {
  private final Collection<String> rules;

  /**
   * @param rules ids of the rules that there are
   */
  public FileGatherer(Collection<String> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * All built-in packs, overlaid by the files.
   *
   * @throws CatalogFormatException if no part of a file can be used
   */
  public FileCatalogs catalogs(List<FileText> files) {
    CatalogGatherer gatherer = new CatalogGatherer();
    List<FirmwareCatalog> overlays = new ArrayList<>();
    List<InputDigest> inputs = new ArrayList<>();
    List<CatalogDefect> defects = new ArrayList<>();
    for (FileText file : files) {
      GatheredCatalog gathered = gatherer.gather(file.content(), file.source());
      overlays.add(gathered.catalog());
      inputs.add(digest("FirmwareCatalog", gathered));
      defects.addAll(gathered.defects());
    }
    List<FirmwareCatalog> all = new ArrayList<>();
    for (GatheredCatalog pack :
        new BuiltInPacks(gatherer).load(BuiltInPacks.platforms(), overlays)) {
      all.add(pack.catalog());
      inputs.add(digest("FirmwarePack", pack));
    }
    all.addAll(overlays); // Behind the packs, so that a file wins over a pack of its name.
    return new FileCatalogs(new FirmwareCatalogs(all), inputs, defects);
  }

  /**
   * The chain as it will be served.
   *
   * @throws UnresolvedInputException if there is no certificate in it, or anything else
   */
  public CertificateChain chain(FileText file) {
    return new ChainGatherer().gather(file.content(), file.source());
  }

  /**
   * A fleet, from its manifest or as an inventory.
   *
   * @param content read once, as a stream
   * @param name of a fleet that has no other
   * @throws UnresolvedInputException if a manifest is wrong, or a row of an inventory was refused
   * @throws dev.ringfence.fleet.InventoryFormatException if it cannot be read as an inventory
   */
  public GatheredFleetFile fleet(
      Content content, InventoryFormat format, String name, FirmwareCatalogs catalogs)
      throws IOException {
    MessageDigest digest = sha256();
    try (InputStream file = content.open()) {
      InputStream in = new DigestInputStream(new Unclosed(file), digest);
      PhoneFleet fleet = new FleetFileReader().read(in, format, name, catalogs);
      in.transferTo(OutputStream.nullOutputStream()); // The digest is that of the whole file.
      String sha256 = HexFormat.of().formatHex(digest.digest());
      return new GatheredFleetFile(fleet, new InputDigest("PhoneFleet", fleet.name(), 0, sha256));
    }
  }

  /**
   * The only policy of a file.
   *
   * @throws UnresolvedInputException naming everything that is wrong with it
   */
  public Policy policy(FileText file) {
    return new PolicyGatherer(rules)
        .gather(new ManifestReader().readOne(file.content(), file.source(), RenewalPolicy.class));
  }

  /**
   * Every approval of a file.
   *
   * @throws UnresolvedInputException naming everything that is wrong with one of them
   */
  public List<Approval> approvals(FileText file) {
    ApprovalGatherer gatherer = new ApprovalGatherer(rules);
    return new ManifestReader()
        .readAll(file.content(), file.source(), RenewalApproval.class).stream()
            .map(gatherer::gather)
            .toList();
  }

  /** For the report. */
  public static InputDigest digest(String kind, String name, FileText file) {
    return new InputDigest(kind, name, 0, Fingerprint.sha256(file.content()));
  }

  private static InputDigest digest(String kind, GatheredCatalog gathered) {
    return new InputDigest(kind, gathered.catalog().name(), 0, gathered.sha256());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java.", e);
    }
  }

  /** Readers may close what they are given; the rest of the file is still to be digested. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
