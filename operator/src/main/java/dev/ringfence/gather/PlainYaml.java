package dev.ringfence.gather;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Quotes every text that some reader of YAML could take for anything else: numbers such as 1e3,
 * dates, and the words that YAML 1.1 reads as truth values.
 */
final class PlainYaml extends StringQuotingChecker {
  private static final long serialVersionUID = 1L;
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z](?:[A-Za-z0-9 _./()-]*[A-Za-z0-9_.()])?|[0-9]+(?:\\.[0-9]+){3}");
  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  @Override
  public boolean needToQuoteName(String name) {
    return needToQuoteValue(name);
  }

  @Override
  public boolean needToQuoteValue(String value) {
    return !PLAIN.matcher(value).matches() || WORDS.contains(value.toLowerCase(Locale.ROOT));
  }
}
