package dev.ringfence.demo;

/**
 * One request that reached the embedded API.
 *
 * @param path with its query
 */
public record ApiRequest(String method, String path) {

  /** True unless the request only reads. */
  public boolean writes() {
    return !method.equals("GET");
  }
}
