package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.DefaultKubernetesResourceList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The client finds this class by its name. An API server writes no metadata as {@code null}. */
@SuppressWarnings("serial")
public final class SecretMetadataList extends DefaultKubernetesResourceList<SecretMetadata> {
  @Override
  public void setItems(@Nullable List<SecretMetadata> items) {
    super.setItems(items == null ? List.of() : items);
  }
}
