package dev.ringfence.gather;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 of a spec's content, the same for a file and for an object in a cluster. */
final class SpecDigest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
          .build();

  private SpecDigest() {}

  static String of(@Nullable Object spec) {
    return HexFormat.of().formatHex(start(spec).digest());
  }

  /** To be continued with the bytes of what the spec refers to. */
  static MessageDigest start(@Nullable Object spec) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(JSON.writeValueAsString(spec).getBytes(StandardCharsets.UTF_8));
      return digest;
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException("A spec cannot be digested.", e);
    }
  }
}
