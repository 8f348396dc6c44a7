package dev.ringfence.cases;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one object of {@code testcases}; fields that no validator looks at are passed over. */
public final class LimboCaseReader {
  private static final int MAX_CHARACTERS = 16 << 20;

  private final JsonParser json;
  private int characters;

  private String id = "";
  private List<String> features = List.of();
  private boolean clientValidation;
  private List<String> trusted = List.of();
  private List<String> intermediates = List.of();
  private String peer = "";
  private @Nullable Instant at;
  private List<String> signatureAlgorithms = List.of();
  private List<String> keyUsages = List.of();
  private List<String> extendedKeyUsages = List.of();
  private LimboCase.@Nullable PeerName peerName;
  private @Nullable Integer maxDepth;
  private int revocationLists;

  private LimboCaseReader(JsonParser json) {
    this.json = json;
  }

  /**
   * Reads to the end of the object.
   *
   * @param json at the start of the object
   */
  public static LimboCase read(JsonParser json) throws IOException, LimboFormatException {
    return new LimboCaseReader(json).read();
  }

  private LimboCase read() throws IOException, LimboFormatException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw refused("a test case", "an object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (json.currentToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      field(name);
    }
    if (id.isEmpty()) {
      throw refused("id", "a text");
    }
    return new LimboCase(
        id,
        features,
        clientValidation,
        trusted,
        intermediates,
        peer,
        at,
        signatureAlgorithms,
        keyUsages,
        extendedKeyUsages,
        peerName,
        maxDepth,
        revocationLists);
  }

  private void field(String name) throws IOException, LimboFormatException {
    switch (name) {
      case "id" -> id = text(name);
      case "features" -> features = texts(name);
      case "validation_kind" -> clientValidation = !text(name).equals("SERVER");
      case "trusted_certs" -> trusted = texts(name);
      case "untrusted_intermediates" -> intermediates = texts(name);
      case "peer_certificate" -> peer = text(name);
      case "validation_time" -> at = instant(text(name));
      case "signature_algorithms" -> signatureAlgorithms = texts(name);
      case "key_usage" -> keyUsages = texts(name);
      case "extended_key_usage" -> extendedKeyUsages = texts(name);
      case "expected_peer_name" -> peerName = peerName();
      case "max_chain_depth" -> maxDepth = number(name);
      case "crls" -> revocationLists = texts(name).size();
      default -> json.skipChildren();
    }
  }

  private String text(String name) throws IOException, LimboFormatException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw refused(name, "a text");
    }
    String text = json.getText();
    characters += text.length();
    if (characters > MAX_CHARACTERS) {
      throw new LimboFormatException(
          "Test case \"%s\" has more than %,d characters, which is the limit."
              .formatted(CaseLineReader.shown(id), MAX_CHARACTERS));
    }
    return text;
  }

  private List<String> texts(String name) throws IOException, LimboFormatException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw refused(name, "a list of texts");
    }
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text(name));
    }
    return texts;
  }

  private int number(String name) throws IOException, LimboFormatException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw refused(name, "a whole number");
    }
    return json.getIntValue();
  }

  private LimboCase.PeerName peerName() throws IOException, LimboFormatException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw refused("expected_peer_name", "an object");
    }
    String kind = "";
    String value = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "kind" -> kind = text(name);
        case "value" -> value = text(name);
        default -> json.skipChildren();
      }
    }
    return new LimboCase.PeerName(kind, value);
  }

  private Instant instant(String text) throws LimboFormatException {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new LimboFormatException(
          "The validation_time of test case \"%s\" is no instant; expected RFC 3339."
              .formatted(CaseLineReader.shown(id)),
          e);
    }
  }

  private LimboFormatException refused(String field, String expected) {
    return new LimboFormatException(
        "The field %s of test case \"%s\" (line %d) is not as expected: %s."
            .formatted(
                field, CaseLineReader.shown(id), json.currentLocation().getLineNr(), expected));
  }
}
