package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.CatalogGrammar;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads names of path builders, of which every one has to exist. */
record CatalogProfiles(Set<String> known) {
  private static final CatalogFields.Form PROFILE =
      CatalogFields.Form.of(CatalogGrammar.PROFILE, 63, "the name of a path builder");

  CatalogProfiles {
    known = Set.copyOf(known);
  }

  /** Empty if one of them is wrong: fewer builders than were meant would agree too easily. */
  List<String> read(CatalogFields fields) {
    var names = fields.texts("profiles", PROFILE, CatalogGrammar.MAX_PROFILES);
    if (names.isEmpty()) {
      fields.defect(
          fields.placeOf("profiles"),
          "Expected the name of at least one path builder, found none.");
    }
    for (var name : names) {
      if (!known.contains(name)) {
        fields.defect(
            fields.placeOf("profiles"),
            "Path builder %s is unknown, expected %s."
                .formatted(name, CatalogFields.oneOf(new TreeSet<>(known))));
      }
    }
    return fields.sound() ? names : List.of();
  }
}
