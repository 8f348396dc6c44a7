package dev.ringfence.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the results of a suite as x509-limbo reads them. */
final class LimboResults {
  private static final int VERSION = 1;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  /** One result a line. */
  private static final class Lines extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    @Override
    public void writeStartArray(JsonGenerator generator) throws IOException {
      generator.writeRaw("[\n");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
      generator.writeRaw(",\n");
    }
  }

  private final JsonGenerator json;

  LimboResults(OutputStream out, String harness) throws IOException {
    this.json = FACTORY.createGenerator(out);
    json.setPrettyPrinter(new Lines());
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    json.writeStringField("harness", harness);
    json.writeArrayFieldStart("results");
  }

  void add(LimboResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", result.id());
    json.writeStringField("actual_result", result.actual().name());
    json.writeStringField("context", result.context());
    json.writeEndObject();
  }

  void end() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }
}
