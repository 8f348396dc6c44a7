package dev.ringfence.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the embedded API what the operator needs of server-side apply and merge patch: create or
 * deep merge, lists replaced, an applied status replaced as a whole. It owns no fields, finds no
 * conflicts and drops nothing that an earlier apply had set.
 */
final class ApplyingDispatcher extends KubernetesCrudDispatcher {
  private static final int NOT_FOUND = 404;

  @Override
  public MockResponse handlePatch(RecordedRequest request) {
    String type = String.valueOf(request.getHeader("Content-Type"));
    if (type.contains("apply-patch") || type.contains("merge-patch")) {
      return patch(request, type.contains("apply-patch"));
    }
    return jsonPatch(request);
  }

  @Override
  public MockResponse handleCreate(RecordedRequest request) {
    return super.handleCreate(withoutQuery(request));
  }

  @Override
  public MockResponse handleUpdate(RecordedRequest request) {
    return super.handleUpdate(withoutQuery(request));
  }

  private synchronized MockResponse patch(RecordedRequest request, boolean apply) {
    String path = withoutQuery(request.getPath());
    boolean status = path.endsWith("/status");
    JsonNode patch = Serialization.unmarshal(request.getBody().readUtf8(), JsonNode.class);
    Map.@Nullable Entry<?, String> found = findResource(getKey(path));
    if (found == null) {
      return status || !apply
          ? new MockResponse().setResponseCode(NOT_FOUND)
          : handleCreate(as(request, "POST", parent(path), patch));
    }
    ObjectNode merged =
        (ObjectNode) merge(Serialization.unmarshal(found.getValue(), JsonNode.class), patch);
    if (status && apply) {
      merged.set("status", patch.get("status"));
    }
    if (!patch.path("metadata").has("resourceVersion")) {
      ((ObjectNode) merged.get("metadata")).remove("resourceVersion");
    }
    return handleUpdate(as(request, "PUT", path, merged));
  }

  /** The embedded API answers 202, and nothing at all once the last finalizer is gone. */
  private MockResponse jsonPatch(RecordedRequest request) {
    String path = withoutQuery(request.getPath());
    Map.@Nullable Entry<?, String> before = findResource(getKey(path));
    MockResponse response = super.handlePatch(request);
    if (response.code() == 202) {
      response.setResponseCode(200);
      if (before != null && findResource(getKey(path)) == null) {
        response.setBody(before.getValue());
      }
    }
    return response;
  }

  private static JsonNode merge(JsonNode base, JsonNode patch) {
    if (!patch.isObject() || !base.isObject()) {
      return patch;
    }
    ObjectNode merged = base.deepCopy();
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode old = merged.get(field.getKey());
              if (field.getValue().isNull()) {
                merged.remove(field.getKey());
              } else {
                merged.set(
                    field.getKey(), old == null ? field.getValue() : merge(old, field.getValue()));
              }
            });
    return merged;
  }

  private static RecordedRequest as(
      RecordedRequest request, String method, String path, JsonNode body) {
    Buffer buffer = new Buffer();
    buffer.writeUtf8(body.toString());
    return new RecordedRequest(
        request.getHttpVersion(), HttpMethod.valueOf(method), path, request.getHeaders(), buffer);
  }

  /** The embedded API takes a query for a part of the name. */
  private static RecordedRequest withoutQuery(RecordedRequest request) {
    return new RecordedRequest(
        request.getHttpVersion(),
        HttpMethod.valueOf(request.getMethod()),
        withoutQuery(request.getPath()),
        request.getHeaders(),
        request.getBody());
  }

  private static String withoutQuery(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
