package dev.ringfence.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The schema of reports, as it is in the program. */
public final class ReportSchema {
  private ReportSchema() {}

  /** Empty for a valid report. */
  public static List<ValidationMessage> errors(JsonNode report) throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(
            ReportJson.class.getResourceAsStream("/report/renewal-report.schema.json"))) {
      JsonSchema compiled =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
      return List.copyOf(compiled.validate(report));
    }
  }
}
