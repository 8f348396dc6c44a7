package dev.ringfence.controller;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;

/**
 * Asks the API server to answer a write with the metadata of what it took: the rest is known, and
 * reading it back costs more than writing it. A server that cannot leave it out sends the object.
 */
public final class MetadataAnswers implements Interceptor {
  private static final String PARTIAL =
      "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";

  @Override
  public void before(BasicBuilder request, HttpRequest original, RequestTags tags) {
    if (ObjectWrites.isOne(original)) {
      request.setHeader("Accept", PARTIAL);
    }
  }
}
