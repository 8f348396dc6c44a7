package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/** Takes off what need not stay in memory before an informer keeps an object. */
final class CacheTrim {
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private CacheTrim() {}

  /** Changes the object, which just arrived and belongs to nobody else yet. */
  static <R extends HasMetadata> R metadata(R resource) {
    ObjectMeta meta = resource.getMetadata();
    meta.setManagedFields(List.of());
    Map<String, String> annotations = meta.getAnnotations();
    if (annotations != null && annotations.containsKey(LAST_APPLIED)) {
      annotations.remove(LAST_APPLIED);
    }
    return resource;
  }

  static ConfigMap withoutData(ConfigMap map) {
    return new ConfigMapBuilder(metadata(map)).withData(null).withBinaryData(null).build();
  }
}
