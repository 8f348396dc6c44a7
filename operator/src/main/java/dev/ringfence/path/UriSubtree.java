package dev.ringfence.path;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Subtrees of URIs, which constrain the host (RFC 5280 4.2.1.10). */
final class UriSubtree {
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:@]*)(?::[0-9]*)?(?:[/?#].*)?");

  private static final Pattern LITERAL = Pattern.compile("[^:]*://([^:/]+).*", Pattern.DOTALL);

  /** What counts as the host of a URI. */
  enum Form {
    /** A host name; an address or a name of another form is none. */
    RFC3986 {
      @Override
      Optional<String> host(String uri) {
        var form = AUTHORITY.matcher(uri);
        if (!form.matches()) {
          return Optional.empty();
        }
        var host = form.group(1).toLowerCase(Locale.ROOT);
        return DnsSubtree.isHostName(host) && IpLiteral.hex(host).isEmpty()
            ? Optional.of(host)
            : Optional.empty();
      }
    },
    /** Whatever stands between two slashes and the next colon or slash. */
    LITERAL {
      @Override
      Optional<String> host(String uri) {
        var form = UriSubtree.LITERAL.matcher(uri);
        return form.matches()
            ? Optional.of(form.group(1).toLowerCase(Locale.ROOT))
            : Optional.empty();
      }
    };

    abstract Optional<String> host(String uri);
  }

  private UriSubtree() {}

  /** A host, or with a dot in front its subdomains. */
  static boolean contains(Form form, String subtree, String uri) {
    var wanted = subtree.toLowerCase(Locale.ROOT);
    return form.host(uri)
        .map(host -> wanted.startsWith(".") ? host.endsWith(wanted) : host.equals(wanted))
        .orElse(false);
  }

  /** RFC 5280 wants a URI without a host name rejected as soon as URIs are constrained. */
  static Optional<String> unprocessed(
      Form form, List<String> uris, List<String> permitted, List<String> excluded) {
    if (permitted.isEmpty() && excluded.isEmpty()) {
      return Optional.empty();
    }
    return uris.stream()
        .filter(uri -> form.host(uri).isEmpty())
        .findFirst()
        .map(uri -> "URIs are constrained, and one of its URIs names no host");
  }
}
