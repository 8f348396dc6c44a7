package dev.ringfence.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.ringfence.path.PathVerdict;
import dev.ringfence.pki.Certificate;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object a line. Characters beyond ASCII are escaped. */
public final class CaseAnswers {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .rootValueSeparator("")
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final JsonGenerator json;

  public CaseAnswers(OutputStream out) throws IOException {
    this.json = FACTORY.createGenerator(out);
  }

  public void answer(CaseId id, String profile, PathVerdict verdict) throws IOException {
    json.writeStartObject();
    writeId(id);
    json.writeStringField("profile", profile);
    json.writeStringField("result", verdict.result().label());
    json.writeStringField("reason", verdict.reason());
    json.writeArrayFieldStart("path");
    for (Certificate certificate : verdict.path()) {
      json.writeString(certificate.sha256());
    }
    json.writeEndArray();
    end();
  }

  /**
   * For a line that could not be answered.
   *
   * @param line counted from 1
   */
  public void refuse(@Nullable CaseId id, long line, String sentence) throws IOException {
    json.writeStartObject();
    if (id != null) {
      writeId(id);
    }
    json.writeNumberField("line", line);
    json.writeStringField("error", sentence);
    end();
  }

  private void writeId(CaseId id) throws IOException {
    json.writeFieldName("id");
    if (id.number()) {
      json.writeNumber(id.text());
    } else {
      json.writeString(id.text());
    }
  }

  private void end() throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
  }

  public void flush() throws IOException {
    json.flush();
  }
}
