package dev.ringfence.gather;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Says in a sentence what is wrong with a manifest, and where. */
final class ManifestDefect {
  private static final int MAX_SHOWN = 200;
  private static final String NUMBER = "a whole number";
  private static final String TRUTH_VALUE = "true or false";

  private ManifestDefect() {}

  static String describe(JsonProcessingException defect) {
    if (defect instanceof UnrecognizedPropertyException unknown) {
      List<String> known =
          Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of()).stream()
              .map(Object::toString)
              .sorted()
              .toList();
      return "%s is unknown, expected one of %s.%s"
          .formatted(
              path(unknown),
              String.join(", ", known),
              NearestName.question(unknown.getPropertyName(), known));
    }
    if (defect instanceof InvalidFormatException wrong) {
      return "%s: expected %s, found \"%s\"."
          .formatted(
              path(wrong),
              expectation(wrong.getTargetType()),
              CatalogFields.bounded(String.valueOf(wrong.getValue())));
    }
    if (defect instanceof MismatchedInputException wrong) {
      String expected = expectation(wrong.getTargetType());
      boolean bare = expected.equals(NUMBER) || expected.equals(TRUTH_VALUE);
      return "%s: expected %s%s.".formatted(path(wrong), expected, bare ? " without quotes" : "");
    }
    return "this is no YAML or JSON: %s%s"
        .formatted(firstLine(defect.getOriginalMessage()), position(defect.getLocation()));
  }

  private static String path(JsonMappingException defect) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : defect.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(CatalogFields.bounded(step.getFieldName()));
      }
    }
    return path.isEmpty() ? "the document" : path.toString();
  }

  private static String expectation(Class<?> type) {
    if (type == null) {
      return "another type";
    }
    if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
      return NUMBER;
    }
    if (type == Boolean.class || type == boolean.class) {
      return TRUTH_VALUE;
    }
    if (type == String.class) {
      return "a text in quotes";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return Map.class.isAssignableFrom(type) || type.isRecord() ? "fields" : "another type";
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("").strip();
    return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "...";
  }

  private static String position(JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? "."
        : " in line %d, column %d.".formatted(location.getLineNr(), location.getColumnNr());
  }
}
