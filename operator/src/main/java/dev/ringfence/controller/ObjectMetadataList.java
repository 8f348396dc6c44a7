package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.DefaultKubernetesResourceList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API server writes no metadata as {@code null}. */
@SuppressWarnings("serial")
public abstract class ObjectMetadataList<T extends ObjectMetadata>
    extends DefaultKubernetesResourceList<T> {
  @Override
  public void setItems(@Nullable List<T> items) {
    super.setItems(items == null ? List.of() : items);
  }
}
