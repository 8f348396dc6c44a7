package dev.ringfence.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/**
 * The harness contract of x509-limbo: a suite of any size in, its results out, one case in memory
 * at a time. Results that break off are no JSON, so that nobody takes them for complete.
 */
public final class LimboRun {
  private static final int MAX_TEXT = 16 << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MAX_TEXT).build())
          .build();

  private final String harness;
  private final Function<LimboCase, LimboResult> judge;

  /**
   * @param harness what the results say who made them
   */
  public LimboRun(String harness, Function<LimboCase, LimboResult> judge) {
    this.harness = harness;
    this.judge = judge;
  }

  public void run(InputStream in, OutputStream out) throws IOException, LimboFormatException {
    try (JsonParser json = FACTORY.createParser(in)) {
      json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      LimboResults results = new LimboResults(out, harness);
      suite(json, results);
      results.end();
    } catch (JsonProcessingException e) {
      throw new LimboFormatException(
          "The suite is not valid JSON: %s, line %d."
              .formatted(CaseLineReader.problem(e), e.getLocation().getLineNr()),
          e);
    }
  }

  private void suite(JsonParser json, LimboResults results)
      throws IOException, LimboFormatException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new LimboFormatException(
          "The suite is no JSON object; expected one with the fields version and testcases.");
    }
    boolean found = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("version") && json.getValueAsInt() != 1) {
        throw new LimboFormatException("The version of the suite is not 1, the only one known.");
      }
      if (name.equals("testcases") && value == JsonToken.START_ARRAY) {
        found = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
          results.add(judge.apply(LimboCaseReader.read(json)));
        }
      } else {
        json.skipChildren();
      }
    }
    if (!found) {
      throw new LimboFormatException("The suite has no list testcases.");
    }
  }
}
