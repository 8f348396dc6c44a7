package dev.ringfence.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON field by field, in the order of the calls, with one indentation and one line end on
 * every system. Characters beyond ASCII are escaped, so that no terminal or code page can misread
 * them.
 */
final class JsonWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  /** One object, ended by a line end. */
  static String object(Consumer<JsonWriter> fields) {
    StringWriter text = new StringWriter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(SEPARATORS)
              .withObjectIndenter(indenter)
              .withArrayIndenter(indenter));
      JsonWriter writer = new JsonWriter(json);
      json.writeStartObject();
      fields.accept(writer);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  void text(String name, @Nullable String value) {
    write(
        () -> {
          json.writeFieldName(name);
          json.writeString(value);
        });
  }

  void instant(String name, @Nullable Instant value) {
    text(name, value == null ? null : value.toString());
  }

  void number(String name, long value) {
    write(() -> json.writeNumberField(name, value));
  }

  void flag(String name, @Nullable Boolean value) {
    write(
        () -> {
          json.writeFieldName(name);
          if (value == null) {
            json.writeNull();
          } else {
            json.writeBoolean(value);
          }
        });
  }

  void texts(String name, Collection<String> values) {
    write(
        () -> {
          json.writeArrayFieldStart(name);
          for (String value : values) {
            json.writeString(value);
          }
          json.writeEndArray();
        });
  }

  void nested(String name, Consumer<JsonWriter> fields) {
    write(
        () -> {
          json.writeObjectFieldStart(name);
          fields.accept(this);
          json.writeEndObject();
        });
  }

  /** An object, or null if there is no value. */
  <T> void nested(String name, @Nullable T value, Consumer<T> fields) {
    if (value == null) {
      text(name, null);
    } else {
      nested(name, writer -> fields.accept(value));
    }
  }

  <T> void objects(String name, Collection<T> values, Consumer<T> fields) {
    write(
        () -> {
          json.writeArrayFieldStart(name);
          for (T value : values) {
            json.writeStartObject();
            fields.accept(value);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
