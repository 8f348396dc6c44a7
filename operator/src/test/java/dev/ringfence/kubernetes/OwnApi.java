package dev.ringfence.kubernetes;

/**
 * An API server for one test class, which may delete definitions on it. It starts without any, on
 * ports of its own.
 */
final class OwnApi implements AutoCloseable {
  private final RealApi api;

  private OwnApi(RealApi api) {
    this.api = api;
  }

  /** Skips the test, or fails it, where {@link RealApi#get} does. */
  static OwnApi start(String name) {
    return new OwnApi(RealApi.startAnother(name));
  }

  RealApi api() {
    return api;
  }

  @Override
  public void close() {
    api.stop();
  }
}
