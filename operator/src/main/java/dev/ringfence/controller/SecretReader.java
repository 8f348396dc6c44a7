package dev.ringfence.controller;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ringfence.gather.UnresolvedInputException;
import dev.ringfence.policy.Problem;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one key of a Secret, at the moment it is needed, and keeps nothing. The answer of the API
 * server also holds the other keys, among them {@code tls.key}: they are skipped while decoding and
 * never become text.
 */
final class SecretReader {
  static final String NOT_GRANTED = "SecretsNotGranted";
  static final String FORBIDDEN = "SecretForbidden";
  static final String NOT_FOUND = "SecretNotFound";
  static final String KEY_NOT_FOUND = "SecretKeyNotFound";
  static final String PRIVATE_KEY = "SecretKeyIsPrivate";
  static final String UNREADABLE = "SecretUnreadable";

  private static final String TLS_KEY = "tls.key";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final JsonFactory JSON = new JsonFactory();

  private final KubernetesClient client;
  private final Set<String> namespaces;

  /**
   * @param namespaces the only ones whose Secrets are asked for
   */
  SecretReader(KubernetesClient client, Set<String> namespaces) {
    this.client = client;
    this.namespaces = Set.copyOf(namespaces);
  }

  byte[] read(String namespace, String name, String key) {
    if (key.equals(TLS_KEY)) {
      throw unresolved(
          PRIVATE_KEY,
          true,
          ("The Secret %s/%s is read at its key %s, which holds a private key; name the key that holds"
                  + " the certificates, usually tls.crt.")
              .formatted(namespace, name, key));
    }
    if (!namespaces.contains(namespace)) {
      throw unresolved(
          NOT_GRANTED,
          true,
          ("The chain is in the Secret %s/%s, and the operator asks for no Secret of that namespace;"
                  + " start it with --secret-namespace=%s and grant its service account get, list and"
                  + " watch on secrets there.")
              .formatted(namespace, name, namespace));
    }
    byte[] value;
    try {
      value = value(fetch(namespace, name), key);
    } catch (IOException e) {
      throw unresolved(
          UNREADABLE,
          false,
          "The API server's answer for the Secret %s/%s could not be decoded."
              .formatted(namespace, name));
    }
    if (value == null) {
      throw unresolved(
          KEY_NOT_FOUND,
          false,
          "The Secret %s/%s has no key %s; add it, or name another key."
              .formatted(namespace, name, key));
    }
    return value;
  }

  private byte[] fetch(String namespace, String name) throws IOException {
    URI uri =
        URI.create(
            "%sapi/v1/namespaces/%s/secrets/%s".formatted(client.getMasterUrl(), namespace, name));
    HttpRequest request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(uri)
            .timeout(10, TimeUnit.SECONDS)
            .build();
    HttpResponse<byte[]> response = send(request);
    switch (response.code()) {
      case HttpURLConnection.HTTP_OK -> {
        return response.body();
      }
      case HttpURLConnection.HTTP_FORBIDDEN, HttpURLConnection.HTTP_UNAUTHORIZED ->
          throw unresolved(
              FORBIDDEN,
              false,
              ("The operator may not read the Secret %s/%s; grant its service account the verbs"
                      + " get, list and watch on secrets in the namespace %s.")
                  .formatted(namespace, name, namespace));
      case HttpURLConnection.HTTP_NOT_FOUND ->
          throw unresolved(
              NOT_FOUND, false, "The Secret %s/%s does not exist.".formatted(namespace, name));
      default ->
          throw unresolved(
              UNREADABLE,
              false,
              "The API server answered %d for the Secret %s/%s."
                  .formatted(response.code(), namespace, name));
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return client
          .getHttpClient()
          .sendAsync(request, byte[].class)
          .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("no answer", e);
    }
  }

  /** The decoded value of {@code data[key]}; every other field is skipped unread. */
  static byte @Nullable [] value(byte[] secret, String key) throws IOException {
    try (JsonParser json = JSON.createParser(secret)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      byte[] value = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean data = json.currentName().equals("data");
        if (json.nextToken() == JsonToken.START_OBJECT && data) {
          value = member(json, key);
        } else {
          json.skipChildren();
        }
      }
      return value;
    }
  }

  private static byte @Nullable [] member(JsonParser json, String key) throws IOException {
    byte[] value = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = json.currentName().equals(key);
      json.nextToken();
      if (wanted) {
        value = json.getBinaryValue();
      } else {
        json.skipChildren();
      }
    }
    return value;
  }

  private static UnresolvedInputException unresolved(
      String reason, boolean onlyAnEditHeals, String sentence) {
    return new UnresolvedInputException(new Problem(reason, sentence, onlyAnEditHeals));
  }
}
