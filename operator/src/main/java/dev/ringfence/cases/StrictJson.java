package dev.ringfence.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Arrays;

/** JSON in UTF-8, without repeated fields. */
final class StrictJson {
  /** Left to guess, the parser takes some bytes for UTF-32 and fails without saying where. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .build();

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private StrictJson() {}

  /** Passes over a byte order mark. */
  static JsonParser parser(byte[] text) throws IOException {
    int common = Math.min(text.length, MARK.length);
    int start = Arrays.equals(text, 0, common, MARK, 0, MARK.length) ? MARK.length : 0;
    return FACTORY.createParser(text, start, text.length - start);
  }
}
