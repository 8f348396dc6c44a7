package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.CatalogGrammar;
import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.NotPhone;
import dev.ringfence.catalog.PhoneFamily;
import dev.ringfence.catalog.PhoneModel;
import dev.ringfence.catalog.UpgradeStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads families, models, upgrade steps and what is no phone. */
final class CatalogDevices {
  private static final CatalogFields.Form SHORT =
      CatalogFields.Form.anything(CatalogGrammar.MAX_ID);
  private static final CatalogFields.Form NOTE =
      CatalogFields.Form.anything(CatalogGrammar.MAX_TEXT);
  private static final CatalogFields.Form USER_AGENT =
      CatalogFields.Form.of(
          "(?s).{" + CatalogGrammar.MIN_USER_AGENT + ",}",
          CatalogGrammar.MAX_ID,
          "the start of a user agent, " + CatalogGrammar.MIN_USER_AGENT + " characters or more");

  private final Set<String> sources;
  private final CatalogProfiles profiles;

  CatalogDevices(Set<String> sources, CatalogProfiles profiles) {
    this.sources = sources;
    this.profiles = profiles;
  }

  /** A family with a defect stays, without path builders: these are unknown then. */
  List<PhoneFamily> families(List<CatalogFields> entries) {
    Map<String, PhoneFamily> families = new LinkedHashMap<>();
    for (var fields : entries) {
      var name = fields.requiredText("name", CatalogStatements.FAMILY);
      var builders = profiles.read(fields);
      var evidence = CatalogEvidence.required(fields, sources);
      var note = fields.text("note", NOTE);
      fields.end();
      if (name == null) {
        continue;
      }
      if (families.containsKey(name)) {
        fields.defect(
            fields.placeOf("name"), "Expected a name of its own, found %s again.".formatted(name));
      }
      families.put(
          name,
          fields.sound() && evidence != null
              ? new PhoneFamily(name, builders, evidence.level(), evidence.sources(), note)
              : new PhoneFamily(name, List.of(), EvidenceLevel.RECOLLECTED, List.of(), note));
    }
    return List.copyOf(families.values());
  }

  /** A model with a defect is left out: its phones are then of unknown model. */
  List<PhoneModel> models(List<CatalogFields> entries) {
    Map<String, PhoneModel> models = new LinkedHashMap<>();
    Set<String> dropped = new HashSet<>();
    for (var fields : entries) {
      var id = fields.requiredText("id", CatalogStatements.MODEL);
      var family = fields.requiredText("family", CatalogStatements.FAMILY);
      var manufacturer = fields.text("manufacturer", SHORT);
      var aliases = fields.texts("aliases", SHORT, CatalogGrammar.MAX_ALIASES);
      var use = fields.text("use", SHORT);
      var evidence = CatalogEvidence.required(fields, sources);
      var note = fields.text("note", NOTE);
      fields.end();
      if (id != null && (models.containsKey(id) || dropped.contains(id))) {
        fields.defect(
            fields.placeOf("id"), "Expected an id of its own, found %s again.".formatted(id));
        models.remove(id);
      }
      if (fields.sound() && id != null && family != null && evidence != null) {
        models.put(
            id,
            new PhoneModel(
                id,
                family,
                manufacturer,
                unambiguous(fields, aliases, models),
                use,
                evidence.level(),
                evidence.sources(),
                note));
      } else if (id != null) {
        dropped.add(id);
      }
    }
    return withoutSharedSpellings(models);
  }

  private static List<String> unambiguous(
      CatalogFields fields, List<String> aliases, Map<String, PhoneModel> models) {
    for (var alias : aliases) {
      models.values().stream()
          .filter(other -> spellings(other).contains(spelling(alias)))
          .findFirst()
          .ifPresent(
              other ->
                  fields.defect(
                      fields.placeOf("aliases"),
                      "Expected spellings of this model alone, found \"%s\", which %s has too."
                          .formatted(CatalogFields.bounded(alias), other.id())));
    }
    return aliases;
  }

  /** A spelling of two models names neither. */
  private static List<PhoneModel> withoutSharedSpellings(Map<String, PhoneModel> models) {
    Map<String, Integer> uses = new HashMap<>();
    for (var model : models.values()) {
      spellings(model).forEach(spelling -> uses.merge(spelling, 1, Integer::sum));
    }
    var kept = new ArrayList<PhoneModel>();
    for (var model : models.values()) {
      var aliases =
          model.aliases().stream()
              .filter(alias -> uses.getOrDefault(spelling(alias), 0) == 1)
              .toList();
      kept.add(
          new PhoneModel(
              model.id(),
              model.family(),
              model.manufacturer(),
              aliases,
              model.use(),
              model.level(),
              model.sources(),
              model.note()));
    }
    return kept;
  }

  private static Set<String> spellings(PhoneModel model) {
    Set<String> spellings = new HashSet<>();
    spellings.add(spelling(model.id()));
    model.aliases().forEach(alias -> spellings.add(spelling(alias)));
    return spellings;
  }

  private static String spelling(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  List<UpgradeStep> upgrades(List<CatalogFields> entries) {
    var steps = new ArrayList<UpgradeStep>();
    for (var fields : entries) {
      var family = fields.requiredText("family", CatalogStatements.FAMILY);
      var from = CatalogStatements.build(fields, "from");
      var via = CatalogStatements.build(fields, "via");
      var evidence = CatalogEvidence.required(fields, sources);
      var note = fields.text("note", NOTE);
      fields.end();
      if (fields.sound() && family != null && evidence != null) {
        steps.add(new UpgradeStep(family, from, via, evidence.level(), evidence.sources(), note));
      }
    }
    return steps;
  }

  List<NotPhone> notPhones(List<CatalogFields> entries) {
    var devices = new ArrayList<NotPhone>();
    for (var fields : entries) {
      var name = fields.requiredText("name", SHORT);
      var userAgent = fields.text("userAgent", USER_AGENT);
      var model = fields.text("model", SHORT);
      var evidence = CatalogEvidence.required(fields, sources);
      fields.text("note", NOTE);
      if (fields.has("userAgent") == fields.has("model")) {
        fields.defect(
            fields.place(),
            "Expected exactly one of userAgent and model, found %s."
                .formatted(fields.has("model") ? "both" : "neither"));
      }
      fields.end();
      if (fields.sound() && name != null && evidence != null) {
        devices.add(new NotPhone(name, userAgent, model, evidence.level(), evidence.sources()));
      }
    }
    return devices;
  }
}
