package dev.ringfence.kubernetes;

/**
 * A kind of request, as the authorizer of the API server saw it.
 *
 * @param group empty for the core group
 * @param resource with its subresource after a slash
 * @param bounded a list that is paged, a watch that ends by itself, or any other request
 */
public record AuditedRequest(
    String verb, String group, String resource, boolean allowed, boolean bounded) {
  static AuditedRequest of(AuditEvent event) {
    return new AuditedRequest(
        event.verb(),
        event.group(),
        event.resource(),
        event.allowed(),
        bounded(event.verb(), event.address()));
  }

  private static boolean bounded(String verb, String address) {
    return switch (verb) {
      case "list" -> address.contains("limit=");
      case "watch" -> address.contains("timeoutSeconds=");
      default -> true;
    };
  }

  public String right() {
    return verb + " " + (group.isEmpty() ? "" : group + "/") + resource;
  }
}
