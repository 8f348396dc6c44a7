package dev.ringfence.catalog;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One release that a catalog lists.
 *
 * @param version null: known to exist, cannot be matched to a phone
 * @param earliest first day on which it may have been built
 * @param latest last day on which it may have been built
 * @param families names of the families it was made for
 * @param trustStore name of its {@link NamedTrustStore}
 * @param profiles path builders it may have; empty: those of the family
 * @param damaged whether part of the entry could not be read: then no fact of it is known
 */
public record FirmwareRelease(
    String name,
    @Nullable ReleaseVersion version,
    @Nullable LocalDate earliest,
    @Nullable LocalDate latest,
    List<String> families,
    @Nullable String trustStore,
    List<String> profiles,
    EvidenceLevel level,
    List<String> sources,
    @Nullable String note,
    boolean damaged) {
  /** By version, those without one last; then by name. */
  public static final Comparator<FirmwareRelease> ORDER =
      Comparator.comparing(
              FirmwareRelease::version,
              Comparator.nullsLast(Comparator.<ReleaseVersion>naturalOrder()))
          .thenComparing(FirmwareRelease::name);

  public FirmwareRelease {
    families = List.copyOf(families);
    profiles = List.copyOf(profiles);
    sources = List.copyOf(sources);
  }

  /** This release with nothing known of it but its name and version. */
  public FirmwareRelease asDamaged() {
    return new FirmwareRelease(
        name,
        version,
        earliest,
        latest,
        families,
        trustStore,
        profiles,
        level,
        sources,
        note,
        true);
  }

  /** The name, with the version if there is one. */
  public String describe() {
    return version == null ? name : name + " (" + version + ")";
  }
}
