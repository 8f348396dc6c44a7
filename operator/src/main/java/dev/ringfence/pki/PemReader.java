package dev.ringfence.pki;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes the blocks out of a PEM text; text outside of blocks is ignored. */
final class PemReader {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final int MAX_LABEL = 40;

  private final String whole;
  private final String source;
  private final List<PemBlock> blocks = new ArrayList<>();
  private final StringBuilder base64 = new StringBuilder();
  private @Nullable String label;
  private int begin;
  private int line;

  private PemReader(String text, String source) {
    this.whole = text;
    this.source = source;
  }

  static List<PemBlock> read(String text, String source) {
    var reader = new PemReader(text, source);
    text.lines().forEach(reader::accept);
    if (reader.label != null) {
      throw reader.fail(
          reader.line,
          "the text ends before the END line of the %s that begins in line %d"
              .formatted(reader.label, reader.begin));
    }
    return reader.blocks;
  }

  private void accept(String raw) {
    line++;
    var text = raw.strip();
    if (text.startsWith(BEGIN)) {
      begin(boundary(text, BEGIN));
    } else if (text.startsWith(END)) {
      end(boundary(text, END));
    } else if (label != null) {
      base64.append(text);
    }
  }

  private String boundary(String text, String start) {
    var rest = text.substring(start.length());
    int dashes = rest.indexOf(DASHES);
    if (dashes < 0 || dashes != rest.length() - DASHES.length()) {
      throw fail(
          dashes < 0
              ? "a BEGIN or END line does not end with five dashes"
              : "text follows an END or BEGIN line, expected a line break after its dashes");
    }
    var name = rest.substring(0, dashes);
    boolean sound = name.length() <= MAX_LABEL && name.chars().allMatch(PemReader::isLabel);
    return sound ? name : "block of unknown type";
  }

  private static boolean isLabel(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '#';
  }

  private void begin(String name) {
    if (label != null) {
      throw fail(
          "a new block begins before the END line of the %s that begins in line %d"
              .formatted(label, begin));
    }
    refuse(name);
    label = name;
    begin = line;
  }

  private void refuse(String name) {
    if (name.endsWith("PRIVATE KEY")) {
      throw fail(
          "found a private key, expected certificates only; remove the key and treat it as disclosed"
              + " if this input was shared");
    }
    if (name.equals("TRUSTED CERTIFICATE")) {
      throw fail(
          "found a TRUSTED CERTIFICATE, an OpenSSL format with trust settings, expected a"
              + " CERTIFICATE; convert it with: openssl x509 -in FILE -out FILE");
    }
    if (name.endsWith("CERTIFICATE REQUEST")) {
      throw fail(
          "found a certificate signing request, expected the certificate that the CA issued for it");
    }
    var block = new PemBlock(name, line, new byte[0]);
    if (!block.isCertificate() && !block.isPkcs7()) {
      throw fail("found a %s, expected a CERTIFICATE or PKCS7 block".formatted(name));
    }
  }

  private void end(String name) {
    var open = label;
    if (open == null) {
      throw fail("an END line has no BEGIN line before it");
    }
    if (!open.equals(name)) {
      throw fail("the %s that begins in line %d ends as %s".formatted(open, begin, name));
    }
    blocks.add(new PemBlock(open, begin, decode(open)));
    label = null;
    base64.setLength(0);
  }

  private static boolean isBase64(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '=';
  }

  private byte[] decode(String open) {
    try {
      return Base64.getDecoder().decode(base64.toString());
    } catch (IllegalArgumentException e) {
      throw fail(
          "the base64 of the %s that begins in line %d is incomplete or damaged"
              .formatted(open, begin));
    }
  }

  private CertificateFormatException fail(String problem) {
    return fail(line - 1, problem);
  }

  /**
   * A character that is not base64 is looked for when something fails, and comes first then.
   *
   * @param last line of the block that is open
   */
  private CertificateFormatException fail(int last, String problem) {
    if (label != null) {
      int where = begin;
      var lines = whole.lines().skip(begin).limit(last - begin).iterator();
      while (lines.hasNext()) {
        where++;
        int strange = firstStrange(lines.next().strip());
        if (strange >= 0) {
          return failure(
              where,
              "character %d is not base64 within the %s that begins in line %d"
                  .formatted(strange + 1, label, begin));
        }
      }
    }
    return failure(line, problem);
  }

  private static int firstStrange(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isBase64(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private CertificateFormatException failure(int where, String problem) {
    int certificate = blocks.size() + 1;
    return new CertificateFormatException(
        source, String.format(Locale.ROOT, "line %d, certificate %d", where, certificate), problem);
  }
}
