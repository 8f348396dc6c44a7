package dev.ringfence.catalog;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.PublicKeyInfo;
import dev.ringfence.pki.SignatureAlgorithm;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a statement is about, as one word: {@code signature.sha256WithRSAEncryption}, {@code
 * publicKey.rsa-2048}, {@code trusts.<SHA-256 of a certificate>}, {@code path.length-4} and so on.
 * A key outside this grammar cannot be made.
 */
public record FactKey(String id) implements Comparable<FactKey> {
  /** Paths longer than this are not spoken of. */
  public static final int MAX_PATH_LENGTH = 16;

  private static final String OID = "[0-2](\\.[0-9]+)+";
  private static final String TRUSTS = "trusts.";
  private static final int SHA256_DIGITS = 64;
  private static final String PATH_LENGTH = "path.length-";
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "signature\\.("
              + "(md2|md5|sha1|sha(3-)?(224|256|384|512)|sha512-(224|256))WithRSAEncryption|rsassaPss"
              + "|ecdsa-with-SHA(1|(3-)?(224|256|384|512))|dsa-with-SHA(1|224|256|384|512)"
              + "|ed25519|ed448|"
              + OID
              + ")|publicKey\\.((rsa|rsassaPss|dsa)-[1-9][0-9]{1,5}|ec-([A-Za-z][A-Za-z0-9-]{1,31}|"
              + OID
              + ")|ed25519|ed448|other-"
              + OID
              + ")|path\\.(length-([1-9]|1[0-6])|fetchesIntermediates|enforcesAnchorExpiry)"
              + "|check\\.(serverName|sipDomain|dates|serverAuthentication|basicConstraints|pathLength"
              + "|keyUsage|nameConstraints|criticalExtensions)"
              + "|tls\\.1\\.[0-3]"
              + "|provisioning\\.((activeDirectory|certificateWebService)\\.(UsbTether|Pin|Credentials)"
              + "|inferCertChainFromSSL\\.ignoresTrustedCACerts)");

  /** Some that the pattern accepts. */
  private static final Set<String> FREQUENT =
      Set.of(
          "signature.sha1WithRSAEncryption",
          "signature.sha256WithRSAEncryption",
          "signature.sha384WithRSAEncryption",
          "signature.ecdsa-with-SHA256",
          "signature.ecdsa-with-SHA384",
          "publicKey.rsa-1024",
          "publicKey.rsa-2048",
          "publicKey.rsa-3072",
          "publicKey.rsa-4096",
          "publicKey.ec-secp256r1",
          "publicKey.ec-secp384r1",
          "path.length-2",
          "path.length-3",
          "path.length-4",
          "path.length-5");

  public static final FactKey FETCHES_INTERMEDIATES = new FactKey("path.fetchesIntermediates");
  public static final FactKey ENFORCES_ANCHOR_EXPIRY = new FactKey("path.enforcesAnchorExpiry");
  public static final FactKey CHECKS_SERVER_NAME = new FactKey("check.serverName");

  /** Strict matching: {@code sip.<domain>} has to be among the names. */
  public static final FactKey CHECKS_SIP_DOMAIN = new FactKey("check.sipDomain");

  public static final FactKey CHECKS_DATES = new FactKey("check.dates");
  public static final FactKey CHECKS_SERVER_AUTHENTICATION =
      new FactKey("check.serverAuthentication");
  public static final FactKey CHECKS_BASIC_CONSTRAINTS = new FactKey("check.basicConstraints");
  public static final FactKey CHECKS_PATH_LENGTH = new FactKey("check.pathLength");
  public static final FactKey CHECKS_KEY_USAGE = new FactKey("check.keyUsage");
  public static final FactKey CHECKS_NAME_CONSTRAINTS = new FactKey("check.nameConstraints");
  public static final FactKey CHECKS_CRITICAL_EXTENSIONS = new FactKey("check.criticalExtensions");
  public static final FactKey IGNORES_TRUSTED_CA_CERTS =
      new FactKey("provisioning.inferCertChainFromSSL.ignoresTrustedCACerts");

  public FactKey {
    if (!isKey(id)) {
      throw new IllegalArgumentException("\"%s\" is not the key of a fact".formatted(id));
    }
  }

  public static Optional<FactKey> parse(String id) {
    return isKey(id) ? Optional.of(new FactKey(id)) : Optional.empty();
  }

  /** Keys that are made often are looked at without the pattern. */
  private static boolean isKey(String id) {
    if (!id.startsWith(TRUSTS)) {
      return FREQUENT.contains(id) || GRAMMAR.matcher(id).matches();
    }
    for (int i = TRUSTS.length(); i < id.length(); i++) {
      char digit = id.charAt(i);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        return false;
      }
    }
    return id.length() == TRUSTS.length() + SHA256_DIGITS;
  }

  public static FactKey signature(SignatureAlgorithm algorithm) {
    return new FactKey("signature." + algorithm.name());
  }

  public static FactKey publicKey(PublicKeyInfo key) {
    return new FactKey("publicKey." + key.name());
  }

  public static FactKey trusts(Certificate certificate) {
    return trusts(certificate.sha256());
  }

  /**
   * Whether a store holds the certificate.
   *
   * @param sha256 lower-case hexadecimal
   */
  public static FactKey trusts(String sha256) {
    return new FactKey(TRUSTS + sha256);
  }

  /**
   * Whether a path of this many certificates is handled, the anchor counted; empty above {@link
   * #MAX_PATH_LENGTH}.
   */
  public static Optional<FactKey> pathLength(int certificates) {
    return parse(PATH_LENGTH + certificates);
  }

  /**
   * Whether a version of TLS is spoken.
   *
   * @param version such as {@code 1.2}
   */
  public static FactKey tls(String version) {
    return new FactKey("tls." + version);
  }

  /**
   * Whether roots published in the directory reach phones that sign in like this.
   *
   * @param signIn {@code UsbTether}, {@code Pin} or {@code Credentials}
   */
  public static FactKey activeDirectory(String signIn) {
    return new FactKey("provisioning.activeDirectory." + signIn);
  }

  /**
   * Whether roots of the certificate web service reach phones that sign in like this.
   *
   * @param signIn {@code UsbTether}, {@code Pin} or {@code Credentials}
   */
  public static FactKey certificateWebService(String signIn) {
    return new FactKey("provisioning.certificateWebService." + signIn);
  }

  boolean isTrust() {
    return id.startsWith(TRUSTS);
  }

  /** The SHA-256 of the certificate this key is about, if it is about trust. */
  public Optional<String> trustedSha256() {
    return isTrust() ? Optional.of(id.substring(TRUSTS.length())) : Optional.empty();
  }

  OptionalInt pathLength() {
    return id.startsWith(PATH_LENGTH)
        ? OptionalInt.of(Integer.parseInt(id.substring(PATH_LENGTH.length())))
        : OptionalInt.empty();
  }

  /** Written out, like the next one: facts are looked up by it all the time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FactKey key && id.equals(key.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public int compareTo(FactKey other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
