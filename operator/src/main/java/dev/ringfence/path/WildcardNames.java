package dev.ringfence.path;

import java.util.regex.Pattern;

/** What a wildcard in a certificate's DNS name stands for. Names are given in lower case. */
public enum WildcardNames {
  /** RFC 6125 6.4.3: exactly one label, the left-most, and two labels or more must follow. */
  WHOLE_LABEL {
    @Override
    boolean matches(String wanted, String presented) {
      if (!presented.startsWith("*.")) {
        return presented.equals(wanted);
      }
      var rest = presented.substring(1);
      int firstDot = wanted.indexOf('.');
      return presented.split("\\.", -1).length >= MIN_LABELS
          && rest.indexOf('*') < 0
          && firstDot > 0
          && wanted.substring(firstDot).equals(rest);
    }
  },
  /** As OpenSSL's X509_check_host without flags: also the beginning or the end of that label. */
  PART_OF_LABEL {
    @Override
    boolean matches(String wanted, String presented) {
      if (!PATTERN.matcher(presented).matches()) {
        return presented.equals(wanted);
      }
      int star = presented.indexOf('*');
      var before = presented.substring(0, star);
      var after = presented.substring(star + 1);
      if (wanted.length() < before.length() + after.length()
          || !wanted.startsWith(before)
          || !wanted.endsWith(after)) {
        return false;
      }
      var matched = wanted.substring(before.length(), wanted.length() - after.length());
      boolean whole = before.isEmpty() && after.startsWith(".");
      return MATCHED.matcher(matched).matches()
          && (whole ? !matched.isEmpty() : !matched.startsWith("xn--"));
    }
  };

  private static final int MIN_LABELS = 3;
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
  private static final Pattern PATTERN =
      Pattern.compile(
          "(?!xn--)(?:\\*(?:[a-z0-9-]*[a-z0-9])?|" + LABEL + "\\*)(?:\\." + LABEL + "){2,}");
  private static final Pattern MATCHED = Pattern.compile("\\*|[a-z0-9-]*");

  abstract boolean matches(String wanted, String presented);
}
