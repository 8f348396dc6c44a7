package dev.ringfence.gather;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringfence.pki.PrintableText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one object of a catalog; notes what is wrong and where. */
final class CatalogFields {
  private static final int MAX_SHOWN = 60;

  private final CatalogTree tree;
  private final JsonNode node;
  private final String place;
  private final CatalogDefects defects;
  private final TreeSet<String> asked = new TreeSet<>();
  private boolean sound = true;

  CatalogFields(CatalogTree tree, JsonNode node, String place, CatalogDefects defects) {
    this.tree = tree;
    this.node = node;
    this.place = place;
    this.defects = defects;
    if (!node.isObject()) {
      defect(place, "Expected fields, found %s.".formatted(shown(node)));
    }
    tree.repeatedIn(node)
        .forEach(field -> defect(place, "Expected each field once, found %s.".formatted(field)));
  }

  /**
   * What a text has to look like.
   *
   * @param expectation completes a sentence that starts with "Expected"
   */
  record Form(Predicate<String> look, int maxLength, String expectation) {
    static Form of(String pattern, int maxLength, String expectation) {
      return new Form(Pattern.compile(pattern).asMatchPredicate(), maxLength, expectation);
    }

    static Form anything(int maxLength) {
      return new Form(
          Pattern.compile("\\S").asPredicate(),
          maxLength,
          "a text of 1 to " + maxLength + " characters");
    }
  }

  /** Whether nothing wrong was found so far. */
  boolean sound() {
    return sound;
  }

  String place() {
    return place;
  }

  String placeOf(String name) {
    return place + "." + name;
  }

  /** One item of a list. Made for every item that is read, so that formatting would be felt. */
  String placeOf(String name, int index) {
    return place + "." + name + "[" + index + "]";
  }

  boolean has(String name) {
    asked.add(name);
    return node.has(name);
  }

  /** What is no object at all is noted once: that all its fields are missing follows. */
  void defect(String where, String message) {
    if (sound || node.isObject()) {
      defects.add(where, message);
    }
    sound = false;
  }

  @Nullable String text(String name, Form form) {
    return has(name) ? textOf(node.get(name), placeOf(name), form) : null;
  }

  @Nullable String requiredText(String name, Form form) {
    if (!has(name)) {
      defect(placeOf(name), "Expected %s, found nothing.".formatted(form.expectation()));
      return null;
    }
    return text(name, form);
  }

  /** The texts of a list that are sound; empty if the field is absent. */
  List<String> texts(String name, Form form, int max) {
    var texts = new ArrayList<String>();
    var items = list(name, max);
    for (int i = 0; i < items.size(); i++) {
      var text = textOf(items.get(i), placeOf(name, i), form);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private @Nullable String textOf(JsonNode value, String where, Form form) {
    if (value.isTextual()
        && value.asText().length() <= form.maxLength()
        && form.look().test(value.asText())) {
      return value.asText();
    }
    var hint = value.isNumber() || value.isBoolean() ? "; put it in quotes" : "";
    defect(where, "Expected %s, found %s%s.".formatted(form.expectation(), shown(value), hint));
    return null;
  }

  /** True, false, or null for an explicit null; the default if it is absent or wrong. */
  @Nullable Boolean flag(String name, boolean nullAllowed, @Nullable Boolean absent) {
    if (!has(name)) {
      return absent;
    }
    var value = node.get(name);
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isNull() && nullAllowed) {
      return null;
    }
    defect(
        placeOf(name),
        "Expected %s, found %s."
            .formatted(nullAllowed ? "true, false or null" : "true or false", shown(value)));
    return absent;
  }

  int number(String name, int min, int max, int absent) {
    if (!has(name)) {
      return absent;
    }
    var value = node.get(name);
    if (value.isIntegralNumber()
        && value.canConvertToInt()
        && value.asInt() >= min
        && value.asInt() <= max) {
      return value.asInt();
    }
    defect(
        placeOf(name),
        "Expected a whole number from %d to %d, found %s.".formatted(min, max, shown(value)));
    return absent;
  }

  /** The fields of an object inside this one, null if it is absent. */
  @Nullable CatalogFields inner(String name) {
    return has(name) ? new CatalogFields(tree, node.get(name), placeOf(name), defects) : null;
  }

  /** The objects of a list; empty if the field is absent or no list. */
  List<CatalogFields> entries(String name, int max) {
    var entries = new ArrayList<CatalogFields>();
    var items = list(name, max);
    for (int i = 0; i < items.size(); i++) {
      entries.add(new CatalogFields(tree, items.get(i), placeOf(name, i), defects));
    }
    return entries;
  }

  private List<JsonNode> list(String name, int max) {
    if (!has(name)) {
      return List.of();
    }
    var value = node.get(name);
    if (!value.isArray()) {
      defect(placeOf(name), "Expected a list, found %s.".formatted(shown(value)));
      return List.of();
    }
    if (value.size() > max) {
      defect(placeOf(name), "Expected at most %d entries, found %d.".formatted(max, value.size()));
      return List.of();
    }
    var items = new ArrayList<JsonNode>();
    value.forEach(items::add);
    return items;
  }

  /** A value read from a text, null and a defect if the text means nothing. */
  <T> @Nullable T parsed(
      String name,
      @Nullable String text,
      String expectation,
      Function<String, Optional<T>> parser) {
    if (text == null) {
      return null;
    }
    var value = parser.apply(text);
    if (value.isEmpty()) {
      defect(placeOf(name), "Expected %s, found \"%s\".".formatted(expectation, bounded(text)));
    }
    return value.orElse(null);
  }

  /** Notes every field that nobody asked for. */
  void end() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                defect(
                    placeOf(bounded(name)),
                    "This field is unknown, expected one of %s."
                        .formatted(String.join(", ", asked)));
              }
            });
  }

  static String oneOf(Collection<String> words) {
    return "one of " + String.join(", ", words);
  }

  private static String shown(JsonNode value) {
    if (value.isTextual()) {
      return '"' + bounded(value.asText()) + '"';
    }
    if (value.isArray()) {
      return "a list";
    }
    return value.isObject() ? "fields" : bounded(value.asText());
  }

  /** Foreign text in messages: short, and without control characters. */
  static String bounded(String text) {
    return PrintableText.masked(text, MAX_SHOWN);
  }
}
