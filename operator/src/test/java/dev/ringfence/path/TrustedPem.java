package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateParser;
import dev.ringfence.pki.ParserLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Certificates in PEM, those of OpenSSL's own kind included: after the certificate comes a sequence
 * of the purposes it is trusted for, and one, tagged [0], of those it is not trusted for.
 */
record TrustedPem(Certificate certificate, Set<String> trusted, Set<String> rejected) {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----([^-]*)-----END");

  /** As hexadecimal content of an object identifier. */
  static final String ANY = "551d2500";

  static final String SERVER = "2b06010505070301";
  static final String CLIENT = "2b06010505070302";

  static List<TrustedPem> read(String text) {
    var parser = CertificateParser.keepingUndecodable(ParserLimits.parser());
    var found = new ArrayList<TrustedPem>();
    var blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      var der =
          ByteBuffer.wrap(
              Base64.getMimeDecoder().decode(blocks.group(2).getBytes(StandardCharsets.UTF_8)));
      var encoded = value(der);
      var certificate = parser.parse(encoded, "test").get(0);
      var trusted = new HashSet<String>();
      var rejected = new HashSet<String>();
      if (der.hasRemaining()) {
        der.get();
        length(der);
        while (der.hasRemaining()) {
          int tag = der.get() & 0xff;
          var content = content(der);
          if (tag == 0x30) {
            trusted.addAll(oids(content));
          } else if (tag == 0xa0) {
            rejected.addAll(oids(content));
          }
        }
      }
      found.add(new TrustedPem(certificate, trusted, rejected));
    }
    return found;
  }

  /** What OpenSSL makes of it: rejection first; purposes that are not listed are rejected too. */
  boolean distrusted(String purpose) {
    return rejected.contains(purpose)
        || rejected.contains(ANY)
        || (!trusted.isEmpty() && !vouchedFor(purpose));
  }

  boolean vouchedFor(String purpose) {
    return trusted.contains(purpose) || trusted.contains(ANY);
  }

  private static byte[] value(ByteBuffer der) {
    int start = der.position();
    der.get();
    int length = length(der);
    var encoded = new byte[der.position() - start + length];
    der.position(start);
    der.get(encoded);
    return encoded;
  }

  private static int length(ByteBuffer der) {
    int first = der.get() & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = first & 0x7f; i > 0; i--) {
      length = length << 8 | (der.get() & 0xff);
    }
    return length;
  }

  private static ByteBuffer content(ByteBuffer der) {
    var content = new byte[length(der)];
    der.get(content);
    return ByteBuffer.wrap(content);
  }

  private static List<String> oids(ByteBuffer list) {
    var oids = new ArrayList<String>();
    while (list.hasRemaining()) {
      list.get();
      oids.add(HexFormat.of().formatHex(content(list).array()));
    }
    return oids;
  }
}
