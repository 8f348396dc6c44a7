package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.DefaultKubernetesResourceList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The client finds this class by its name. An API server writes no metadata as {@code null}. */
@SuppressWarnings("serial")
public final class ReportMetadataList extends DefaultKubernetesResourceList<ReportMetadata> {
  @Override
  public void setItems(@Nullable List<ReportMetadata> items) {
    super.setItems(items == null ? List.of() : items);
  }
}
