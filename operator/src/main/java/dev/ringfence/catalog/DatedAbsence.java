package dev.ringfence.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A certificate made after the last day on which a build can have been made is not in it. */
final class DatedAbsence {
  private DatedAbsence() {}

  /**
   * The last day on which a build may have been made.
   *
   * @param release the one whose dates say so
   */
  private record Dating(LocalDate latest, ListedRelease release, EvidenceLevel level) {}

  /** The statement that follows from the dates, at a level that counts; empty if none does. */
  static Optional<Statement> of(
      FactKey key, @Nullable Instant notBefore, BuildResolution build, EvidenceLevel minimum) {
    if (notBefore == null || !key.isTrust()) {
      return Optional.empty();
    }
    var dating = dating(build, minimum);
    if (dating.isEmpty()) {
      return Optional.empty();
    }
    var made = notBefore.atZone(ZoneOffset.UTC).toLocalDate();
    return dating
        .filter(dated -> made.isAfter(dated.latest()))
        .map(dated -> statement(key, made, build, dated));
  }

  private static Statement statement(
      FactKey key, LocalDate made, BuildResolution build, Dating dating) {
    var release = dating.release().release();
    return new Statement(
        key,
        false,
        dating.level(),
        release.sources(),
        new Scope(build.family(), null, build.version(), build.version()),
        dating.release().catalog(),
        "The certificate is valid from %s, after %s, the last possible day of %s."
            .formatted(made, dating.latest(), release.describe()));
  }

  private static Optional<Dating> dating(BuildResolution build, EvidenceLevel minimum) {
    var above = build.version();
    if (build.position() instanceof Position.Listed listed) {
      var own = dated(listed.release()).filter(dating -> dating.level().reaches(minimum));
      if (own.isPresent()) {
        return own;
      }
      above = listed.release().version().last();
    }
    return build.platform().ladder(build.family()).datedAbove(above).stream()
        .flatMap(rung -> dated(rung).stream())
        .map(DatedAbsence::ofAnother)
        .filter(dating -> dating.level().reaches(minimum))
        .findFirst();
  }

  private static Optional<Dating> dated(ListedRelease listed) {
    var release = listed.release();
    return release.latest() == null || release.damaged()
        ? Optional.empty()
        : Optional.of(new Dating(release.latest(), listed, release.level()));
  }

  /** That a build is older than a release with a higher version is inferred. */
  private static Dating ofAnother(Dating dating) {
    return new Dating(
        dating.latest(), dating.release(), dating.level().atMost(EvidenceLevel.INFERRED));
  }
}
