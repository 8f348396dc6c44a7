package dev.ringfence.cases;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads trust stores by name: {@code {"name": ["sha256", ...]}}. */
public final class TrustStoreNames {
  private TrustStoreNames() {}

  /** Digests as written and in that order, which a path builder may depend on. */
  public static SortedMap<String, List<String>> read(byte[] content) throws CaseFormatException {
    try (JsonParser json = StrictJson.parser(content)) {
      return stores(json);
    } catch (JsonProcessingException e) {
      throw new CaseFormatException(
          null,
          "it is not valid JSON: %s, line %d"
              .formatted(CaseLineReader.problem(e), e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, List<String>> stores(JsonParser json)
      throws IOException, CaseFormatException {
    SortedMap<String, List<String>> stores = new TreeMap<>();
    expect(json, JsonToken.START_OBJECT, "an object whose fields are names of trust stores");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      expect(json, JsonToken.START_ARRAY, "a list of SHA-256 digests");
      List<String> digests = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
          throw refused(json, "a SHA-256 digest as text");
        }
        digests.add(json.getText());
      }
      stores.put(name, List.copyOf(digests));
    }
    if (json.nextToken() != null) {
      throw refused(json, "nothing after the object");
    }
    return stores;
  }

  private static void expect(JsonParser json, JsonToken token, String what)
      throws IOException, CaseFormatException {
    if (json.nextToken() != token) {
      throw refused(json, what);
    }
  }

  private static CaseFormatException refused(JsonParser json, String expected) {
    return new CaseFormatException(
        null, "line %d, expected %s".formatted(json.currentLocation().getLineNr(), expected));
  }
}
