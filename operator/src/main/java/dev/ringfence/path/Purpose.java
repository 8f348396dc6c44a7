package dev.ringfence.path;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the end entity certificate is to be used for. */
public enum Purpose {
  ANY("any"),
  /** A TLS server. */
  SERVER("server"),
  /** A TLS client. */
  CLIENT("client"),
  /** A TLS server under the Baseline Requirements of the CA/Browser Forum as well. */
  WEB_SERVER("web-server");

  private final String word;

  Purpose(String word) {
    this.word = word;
  }

  /** As flags and case files spell it. */
  public String word() {
    return word;
  }

  public static Optional<Purpose> of(String word) {
    return Arrays.stream(values()).filter(purpose -> purpose.word.equals(word)).findFirst();
  }

  /** Who names a server asks for one; otherwise nothing is asked of the use. */
  public static Purpose byDefault(@Nullable String serverName) {
    return serverName == null ? ANY : SERVER;
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Purpose::word).toList();
  }
}
