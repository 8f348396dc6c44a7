package dev.ringfence.controller;

import dev.ringfence.gather.UnresolvedInputException;
import dev.ringfence.policy.Problem;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One key of a ConfigMap, text or binary. */
final class ConfigMapValue {
  static final String LABEL = "ringfence.dev/input";
  static final String SELECTOR = LABEL + "=true";
  static final String NOT_FOUND = "ConfigMapNotFound";
  static final String KEY_NOT_FOUND = "ConfigMapKeyNotFound";

  private ConfigMapValue() {}

  /**
   * @param map null if there is none with the label; without it a change would go unnoticed
   */
  static byte[] read(@Nullable ConfigMap map, String namespace, String name, String key) {
    if (map == null || !isLabelled(map)) {
      throw unresolved(
          NOT_FOUND,
          ("No ConfigMap %s with the label %s: \"true\" exists in the namespace %s; create it, or"
                  + " add the label to it.")
              .formatted(name, LABEL, namespace));
    }
    String text = map.getData() == null ? null : map.getData().get(key);
    if (text != null) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    String binary = map.getBinaryData() == null ? null : map.getBinaryData().get(key);
    if (binary != null) {
      return Base64.getDecoder().decode(binary);
    }
    throw unresolved(
        KEY_NOT_FOUND,
        "The ConfigMap %s/%s has no key %s; add it, or name another key."
            .formatted(namespace, name, key));
  }

  private static boolean isLabelled(ConfigMap map) {
    return map.getMetadata().getLabels() != null
        && "true".equals(map.getMetadata().getLabels().get(LABEL));
  }

  private static UnresolvedInputException unresolved(String reason, String sentence) {
    return new UnresolvedInputException(new Problem(reason, sentence, false));
  }
}
