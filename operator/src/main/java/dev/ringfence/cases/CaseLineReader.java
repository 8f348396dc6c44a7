package dev.ringfence.cases;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.ringfence.pki.PrintableText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object in UTF-8. Unknown and repeated fields are refused: a misspelt one would ask
 * less.
 */
public final class CaseLineReader {
  static final String FIELDS =
      "id, profile, trustStore, served, target, at, serverName and purpose";

  private final JsonParser json;

  private @Nullable CaseId id;
  private @Nullable String profile;
  private @Nullable String store;
  private @Nullable List<String> anchors;
  private @Nullable List<String> served;
  private @Nullable String target;
  private @Nullable Long at;
  private @Nullable String serverName;
  private @Nullable String purpose;

  private CaseLineReader(JsonParser json) {
    this.json = json;
  }

  public static CaseLine read(byte[] line) throws CaseFormatException {
    try (JsonParser json = StrictJson.parser(line)) {
      return new CaseLineReader(json).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CaseLine read() throws CaseFormatException, IOException {
    try {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw refused("The line is no JSON object; expected one with the fields " + FIELDS + ".");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        field(name);
      }
      if (json.nextToken() != null) {
        throw refused("Something follows the JSON object; expected one object in a line.");
      }
    } catch (JsonProcessingException e) {
      throw refused("The line is not valid JSON: %s.".formatted(problem(e)));
    }
    return line();
  }

  private void field(String name) throws CaseFormatException, IOException {
    switch (name) {
      case "id" -> id = id();
      case "profile" -> profile = text(name);
      case "trustStore" -> trustStore();
      case "served" -> served = texts(name);
      case "target" -> target = text(name);
      case "at" -> at = seconds();
      case "serverName" -> serverName = optionalText(name);
      case "purpose" -> purpose = optionalText(name);
      default ->
          throw refused("There is no field \"%s\"; expected %s.".formatted(shown(name), FIELDS));
    }
  }

  private CaseId id() throws CaseFormatException, IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> new CaseId(json.getText(), false);
      case VALUE_NUMBER_INT -> new CaseId(json.getText(), true);
      default -> throw unexpected("id", "a text or a whole number");
    };
  }

  private void trustStore() throws CaseFormatException, IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      anchors = texts("trustStore");
    } else if (json.currentToken() == JsonToken.VALUE_STRING) {
      store = json.getText();
    } else {
      throw unexpected("trustStore", "the name of a trust store, or a list of SHA-256 digests");
    }
  }

  private long seconds() throws CaseFormatException, IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw unexpected("at", "whole seconds since 1970-01-01T00:00:00Z");
    }
    return json.getLongValue();
  }

  private String text(String name) throws CaseFormatException, IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw unexpected(name, "a text");
    }
    return json.getText();
  }

  private @Nullable String optionalText(String name) throws CaseFormatException, IOException {
    return json.currentToken() == JsonToken.VALUE_NULL ? null : text(name);
  }

  private List<String> texts(String name) throws CaseFormatException, IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw unexpected(name, "a list of SHA-256 digests");
    }
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text(name));
    }
    return texts;
  }

  private CaseLine line() throws CaseFormatException {
    if (store == null && anchors == null) {
      throw missing("trustStore");
    }
    return new CaseLine(
        required("id", id),
        required("profile", profile),
        store,
        anchors,
        required("served", served),
        required("target", target),
        required("at", at),
        serverName,
        purpose);
  }

  private <T> T required(String name, @Nullable T value) throws CaseFormatException {
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  private CaseFormatException missing(String name) {
    return refused(
        "The field %s is missing; expected id, profile, trustStore, served, target and at."
            .formatted(name));
  }

  private CaseFormatException unexpected(String name, String expected) {
    return refused("The field %s is not as expected: %s.".formatted(name, expected));
  }

  private CaseFormatException refused(String sentence) {
    return new CaseFormatException(id, sentence);
  }

  /** Without the parser's remarks on where it stands. */
  static String problem(JsonProcessingException e) {
    return PrintableText.masked(
        e.getOriginalMessage().replaceAll("\\s*\\((start marker )?at \\[.*", ""));
  }

  /** What a line says is told again only as far as it is short. */
  static String shown(String text) {
    return PrintableText.masked(text, 100);
  }
}
