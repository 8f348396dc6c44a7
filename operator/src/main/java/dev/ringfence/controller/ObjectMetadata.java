package dev.ringfence.controller;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** An object of the core group of which the metadata is what counts. */
@SuppressWarnings("serial")
public abstract class ObjectMetadata implements HasMetadata, Namespaced {
  private ObjectMeta metadata = new ObjectMeta();
  private String apiVersion = "v1";
  private String kind;

  ObjectMetadata(String kind) {
    this.kind = kind;
  }

  @Override
  public ObjectMeta getMetadata() {
    return metadata;
  }

  @Override
  public void setMetadata(ObjectMeta metadata) {
    this.metadata = metadata;
  }

  @Override
  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  @Override
  public String getApiVersion() {
    return apiVersion;
  }

  @Override
  public void setApiVersion(String apiVersion) {
    this.apiVersion = apiVersion;
  }
}
