package dev.ringfence.pki;

import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * One attribute of a name. A value that is no character string, or whose bytes are no text of its
 * string type, is written {@code #hex} of its encoding.
 *
 * @param text as in the certificate, nothing escaped
 */
record AttributeValue(String oid, String text, boolean isText) {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("2.5.4.3", "CN"),
          Map.entry("2.5.4.4", "SN"),
          Map.entry("2.5.4.5", "serialNumber"),
          Map.entry("2.5.4.6", "C"),
          Map.entry("2.5.4.7", "L"),
          Map.entry("2.5.4.8", "ST"),
          Map.entry("2.5.4.9", "STREET"),
          Map.entry("2.5.4.10", "O"),
          Map.entry("2.5.4.11", "OU"),
          Map.entry("2.5.4.12", "title"),
          Map.entry("2.5.4.42", "givenName"),
          Map.entry("2.5.4.46", "dnQualifier"),
          Map.entry("2.5.4.97", "organizationIdentifier"),
          Map.entry("0.9.2342.19200300.100.1.1", "UID"),
          Map.entry("0.9.2342.19200300.100.1.25", "DC"),
          Map.entry("1.2.840.113549.1.9.1", "emailAddress"));

  static AttributeValue read(DerValue encoded) {
    var parts = encoded.expect(DerValue.SEQUENCE, "an attribute of a name").children();
    var oid = parts.next(DerValue.OID, "an attribute type").oid("an attribute type");
    var value = parts.next("an attribute value");
    parts.end("an attribute of a name");
    try {
      return new AttributeValue(oid, value.text(), true);
    } catch (CharacterCodingException e) {
      return new AttributeValue(oid, "#" + HexFormat.of().formatHex(value.encoded()), false);
    }
  }

  /** RFC 4514 2.3; types without a short name are written as object identifiers. */
  String rfc4514() {
    return NAMES.getOrDefault(oid, oid) + '=' + (isText ? PrintableText.rfc4514(text) : text);
  }

  /**
   * Equal for values that RFC 5280 7.1 compares as equal: case and the amount of white space are
   * ignored, and so is the string type. The length makes a sequence of keys unambiguous.
   */
  String normalized() {
    var folded = folded();
    return oid + '=' + folded.length() + (isText ? ':' : '#') + folded;
  }

  /** The text as it counts in a comparison. */
  String folded() {
    return isText ? fold(text) : text;
  }

  private static String fold(String text) {
    var lower = isAscii(text) ? text.toLowerCase(Locale.ROOT) : foldUnicode(text);
    var folded = new StringBuilder(lower.length());
    boolean space = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        space = true;
        continue;
      }
      if (space && folded.length() > 0) {
        folded.append(' ');
      }
      space = false;
      folded.append(c);
    }
    return folded.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String foldUnicode(String text) {
    var composed =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
