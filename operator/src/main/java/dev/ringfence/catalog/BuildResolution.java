package dev.ringfence.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns what the catalogs say of one build into facts. */
record BuildResolution(
    PlatformCatalog platform,
    String family,
    @Nullable String model,
    FirmwareVersion version,
    Position position,
    EvidenceLevel minimum) {

  Fact resolve(FactKey key, @Nullable Instant notBefore) {
    var fact = resolveFor(key, notBefore);
    if (model == null) {
      for (var possible : platform.possibleModels(key, family)) {
        fact = eitherModel(fact, with(possible).resolveFor(key, notBefore), possible);
      }
    }
    return fact;
  }

  private BuildResolution with(String possible) {
    return new BuildResolution(platform, family, possible, version, position, minimum);
  }

  /** What differs between the models that an unknown model may be is unknown too. */
  private static Fact eitherModel(Fact one, Fact other, String possible) {
    var statements = new ArrayList<>(one.statements());
    statements.addAll(other.statements());
    if (one.level() != null && other.level() != null && one.answer() == other.answer()) {
      return new Fact(
          one.key(), one.answer(), one.level().atMost(other.level()), statements, one.why());
    }
    return Fact.unknown(
        one.key(),
        statements,
        one.answer() == other.answer()
            ? one.why()
            : "The model is not known, and %s is spoken of by itself, with the answer %s."
                .formatted(possible, other.answer().label()));
  }

  private Fact resolveFor(FactKey key, @Nullable Instant notBefore) {
    var direct = platform.statements().applying(key, family, model, version);
    var damaged = platform.statements().damaged(key, family, model, version);
    if (!damaged.isEmpty()) {
      var entry = damaged.get(0);
      return Fact.unknown(
          key,
          plain(direct),
          "The entry %s of catalog %s is about it and has a defect."
              .formatted(entry.place(), entry.catalog()));
    }
    if (!direct.isEmpty()) {
      var observed = plain(direct).stream().filter(this::settles).toList();
      if (!observed.isEmpty()) {
        return Conclusion.of(key, observed, minimum);
      }
    }
    if (position instanceof Position.Listed listed) {
      return atListed(key, notBefore, listed.release(), direct);
    }
    if (position instanceof Position.Between between) {
      return between(key, notBefore, between);
    }
    if (position instanceof Position.AboveHighest above) {
      return carriedOver(key, notBefore, above.highest());
    }
    return Fact.unknown(key, List.of(), "The catalogs do not know this firmware.");
  }

  private static List<Statement> plain(List<RankedStatement> ranked) {
    return ranked.isEmpty() ? List.of() : ranked.stream().map(RankedStatement::statement).toList();
  }

  /** An observation on exactly this model and release decides, whatever else is said. */
  private boolean settles(Statement statement) {
    return statement.level() == EvidenceLevel.OBSERVED
        && statement.level().reaches(minimum)
        && statement.value() != null
        && (statement.scope().isExactly(model, ReleaseVersion.of(version))
            || (position instanceof Position.Listed listed
                && statement.scope().isExactly(model, listed.release().version())));
  }

  private Fact atListed(
      FactKey key,
      @Nullable Instant notBefore,
      ListedRelease listed,
      List<RankedStatement> direct) {
    var release = listed.release();
    if (release.damaged()) {
      return Fact.unknown(
          key,
          plain(direct),
          "The entry of release %s in catalog %s has a defect."
              .formatted(release.describe(), listed.catalog()));
    }
    var statements = new ArrayList<Statement>();
    if (key.trustedSha256().isEmpty() || release.trustStore() == null) {
      statements.addAll(plain(direct));
    } else {
      var sha256 = key.trustedSha256().get();
      var store = platform.store(release.trustStore());
      var whyUnreadable =
          store.isEmpty()
              ? "Release %s refers to the trust store %s, which no catalog defines."
                  .formatted(release.describe(), release.trustStore())
              : store.get().defectOf(sha256);
      if (whyUnreadable != null) {
        return Fact.unknown(key, plain(direct), whyUnreadable);
      }
      statements.addAll(
          overlaid(direct, store.orElseThrow().statements(key, sha256, listed), listed.version()));
    }
    DatedAbsence.of(key, notBefore, this, minimum).ifPresent(statements::add);
    return Conclusion.of(key, statements, minimum);
  }

  /** A statement on exactly one release and a store entry of it replace each other by rank. */
  private static List<Statement> overlaid(
      List<RankedStatement> direct, List<RankedStatement> ofStore, ReleaseVersion release) {
    if (direct.isEmpty() && ofStore.size() == 1) {
      return List.of(ofStore.get(0).statement());
    }
    var scope = Scope.of(release);
    var ranked = new ArrayList<>(direct);
    ranked.addAll(ofStore);
    int highest =
        ranked.stream()
            .filter(one -> one.statement().scope().equals(scope))
            .mapToInt(RankedStatement::rank)
            .max()
            .orElse(0);
    return ranked.stream()
        .filter(one -> one.rank() >= highest || !one.statement().scope().equals(scope))
        .map(RankedStatement::statement)
        .toList();
  }

  private Fact between(FactKey key, @Nullable Instant notBefore, Position.Between between) {
    var lower = at(between.lower()).resolveFor(key, notBefore);
    var upper = at(between.upper()).resolveFor(key, notBefore);
    var names =
        "%s and %s"
            .formatted(between.lower().release().describe(), between.upper().release().describe());
    var statements = new ArrayList<>(lower.statements());
    statements.addAll(upper.statements());
    var fact =
        lower.level() == null || upper.level() == null || lower.answer() != upper.answer()
            ? Fact.unknown(
                key,
                statements,
                "The build lies between %s, whose answers are %s and %s."
                    .formatted(names, lower.answer().label(), upper.answer().label()))
            : transferred(
                new Fact(
                    key,
                    lower.answer(),
                    lower.level().atMost(upper.level()),
                    statements,
                    "The build lies between %s, which have the same answer.".formatted(names)));
    var absence = DatedAbsence.of(key, notBefore, this, minimum);
    if (absence.isEmpty()) {
      return fact;
    }
    boolean contradicted =
        statements.stream()
            .anyMatch(one -> Boolean.TRUE.equals(one.value()) && one.level().reaches(minimum));
    statements.add(absence.get());
    return contradicted
        ? Fact.unknown(key, statements, "What the releases beside it hold contradicts the dates.")
        : Conclusion.of(key, List.of(absence.get()), minimum).showing(statements);
  }

  private Fact carriedOver(FactKey key, @Nullable Instant notBefore, ListedRelease highest) {
    var fact = at(highest).resolveFor(key, notBefore);
    var name = highest.release().describe();
    if (fact.level() == null || !fact.isYes()) {
      return Fact.unknown(
          key,
          fact.statements(),
          "The build is newer than %s, the highest listed release, whose answer is %s."
              .formatted(name, fact.answer().label()));
    }
    return transferred(
        new Fact(
            key,
            fact.answer(),
            fact.level(),
            fact.statements(),
            "Carried over from %s, the highest listed release.".formatted(name)));
  }

  /** What is said of other builds is inferred for this one. */
  private Fact transferred(Fact fact) {
    var level =
        fact.level() == null ? EvidenceLevel.INFERRED : fact.level().atMost(EvidenceLevel.INFERRED);
    return level.reaches(minimum)
        ? new Fact(fact.key(), fact.answer(), level, fact.statements(), fact.why())
        : Fact.unknown(
            fact.key(),
            fact.statements(),
            "The build itself is not listed, which leaves %s evidence, expected %s or stronger."
                .formatted(level.label(), minimum.label()));
  }

  private BuildResolution at(ListedRelease listed) {
    return new BuildResolution(
        platform, family, model, listed.version().first(), new Position.Listed(listed), minimum);
  }

  /** Sorted; empty: unknown. */
  List<String> profiles() {
    if (position instanceof Position.Listed listed) {
      return profilesOf(listed.release().release());
    }
    if (position instanceof Position.AboveHighest above) {
      return profilesOf(above.highest().release());
    }
    if (position instanceof Position.Between between) {
      var lower = profilesOf(between.lower().release());
      var upper = profilesOf(between.upper().release());
      var both = new TreeSet<>(lower);
      both.addAll(upper);
      return lower.isEmpty() || upper.isEmpty() ? List.of() : List.copyOf(both);
    }
    return List.of();
  }

  private List<String> profilesOf(FirmwareRelease release) {
    if (release.damaged()) {
      return List.of();
    }
    if (!release.profiles().isEmpty()) {
      return release.level().reaches(minimum) ? sorted(release.profiles()) : List.of();
    }
    return platform
        .family(family)
        .filter(known -> known.level().reaches(minimum))
        .map(known -> sorted(known.profiles()))
        .orElse(List.of());
  }

  private static List<String> sorted(List<String> names) {
    return List.copyOf(new TreeSet<>(names));
  }

  boolean storeComplete() {
    if (position instanceof Position.Listed listed) {
      return storeComplete(listed.release().release());
    }
    return position instanceof Position.Between between
        && EvidenceLevel.INFERRED.reaches(minimum)
        && storeComplete(between.lower().release())
        && storeComplete(between.upper().release());
  }

  private boolean storeComplete(FirmwareRelease release) {
    return !release.damaged()
        && release.trustStore() != null
        && release.level().reaches(minimum)
        && platform
            .store(release.trustStore())
            .filter(store -> store.isComplete(minimum))
            .isPresent();
  }
}
