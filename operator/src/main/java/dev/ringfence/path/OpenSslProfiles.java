package dev.ringfence.path;

import dev.ringfence.pki.KeyUsage.Use;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** OpenSSL as its sources are, version by version; docs/path-builders.md says which files. */
final class OpenSslProfiles {
  private static final int DEPTH = 100;
  private static final int NAME_LIMIT = 1 << 20;
  private static final int LEVEL_1 = 80;

  private static final Set<PathCheck> CHECKS =
      Arrays.stream(PathCheck.values())
          .filter(check -> check != PathCheck.STRICT_FORM)
          .filter(check -> check != PathCheck.CERTIFICATE_POLICIES)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> SIGNATURES_1_0_0 =
      Set.of(
          "md5WithRSAEncryption",
          "sha1WithRSAEncryption",
          "sha224WithRSAEncryption",
          "sha256WithRSAEncryption",
          "sha384WithRSAEncryption",
          "sha512WithRSAEncryption",
          "ecdsa-with-SHA1",
          "ecdsa-with-SHA224",
          "ecdsa-with-SHA256",
          "ecdsa-with-SHA384",
          "ecdsa-with-SHA512",
          "dsa-with-SHA1",
          "dsa-with-SHA224",
          "dsa-with-SHA256");
  private static final Set<String> SIGNATURES_1_0_1 = with(SIGNATURES_1_0_0, "rsassaPss");
  private static final Set<String> SIGNATURES_1_1_1 =
      with(
          SIGNATURES_1_0_1,
          "ed25519",
          "ed448",
          "sha3-224WithRSAEncryption",
          "sha3-256WithRSAEncryption",
          "sha3-384WithRSAEncryption",
          "sha3-512WithRSAEncryption");
  private static final Set<String> SIGNATURES_3_0 =
      with(
          SIGNATURES_1_1_1,
          "ecdsa-with-SHA3-224",
          "ecdsa-with-SHA3-256",
          "ecdsa-with-SHA3-384",
          "ecdsa-with-SHA3-512");

  private static final Set<String> KEYS_1_0_0 =
      Set.of(
          "rsa",
          "dsa",
          "ec-secp192r1",
          "ec-secp224r1",
          "ec-secp256r1",
          "ec-secp384r1",
          "ec-secp521r1",
          "ec-secp256k1");
  private static final Set<String> KEYS_1_0_2 =
      with(
          KEYS_1_0_0,
          "ec-brainpoolP160r1",
          "ec-brainpoolP192r1",
          "ec-brainpoolP224r1",
          "ec-brainpoolP256r1",
          "ec-brainpoolP320r1",
          "ec-brainpoolP384r1",
          "ec-brainpoolP512r1");
  private static final Set<String> KEYS_1_1_1 =
      with(KEYS_1_0_2, "rsassaPss", "ed25519", "ed448", "other-1.3.101.110", "other-1.3.101.111");

  private static final Set<Use> SERVER_1_0_0 =
      EnumSet.of(Use.DIGITAL_SIGNATURE, Use.KEY_ENCIPHERMENT);
  private static final Set<Use> CLIENT_1_0_0 = EnumSet.of(Use.DIGITAL_SIGNATURE);
  private static final PurposeReading PURPOSES_1_0_0 =
      new PurposeReading(false, true, SERVER_1_0_0, CLIENT_1_0_0);
  private static final PurposeReading PURPOSES_1_0_2 =
      new PurposeReading(
          false,
          true,
          EnumSet.of(Use.DIGITAL_SIGNATURE, Use.KEY_ENCIPHERMENT, Use.KEY_AGREEMENT),
          EnumSet.of(Use.DIGITAL_SIGNATURE, Use.KEY_AGREEMENT));

  private static final NameReading NAMES_1_0 =
      new NameReading(CommonNames.NONE, false, false, true, 0);
  private static final NameReading NAMES_1_1_1 =
      new NameReading(CommonNames.DOTTED, true, false, true, NAME_LIMIT);

  private static final ExtensionReading READING_1_0_0 =
      new ExtensionReading(
          AuthorityMark.IMPLIED,
          false,
          ExtensionReading.Understood.OPENSSL,
          true,
          false,
          PURPOSES_1_0_0,
          NAMES_1_0);
  private static final ExtensionReading READING_1_0_2 =
      new ExtensionReading(
          AuthorityMark.IMPLIED,
          true,
          ExtensionReading.Understood.OPENSSL,
          true,
          false,
          PURPOSES_1_0_2,
          NAMES_1_0);
  private static final ExtensionReading READING_1_1_1 =
      new ExtensionReading(
          AuthorityMark.IMPLIED_LAST,
          true,
          ExtensionReading.Understood.OPENSSL,
          true,
          false,
          PURPOSES_1_0_2,
          NAMES_1_1_1);
  private static final ExtensionReading READING_3_0 =
      new ExtensionReading(
          AuthorityMark.IMPLIED_LAST,
          true,
          ExtensionReading.Understood.OPENSSL_3,
          true,
          false,
          PURPOSES_1_0_2,
          NAMES_1_1_1);

  private OpenSslProfiles() {}

  static List<PathProfile> all() {
    return List.of(
        new PathProfile(
            "openssl-1.0.0",
            servedFirst(false),
            firstIssuer(),
            rules10(READING_1_0_0, SIGNATURES_1_0_0, KEYS_1_0_0)),
        new PathProfile(
            "openssl-1.0.1",
            servedFirst(false),
            firstIssuer(),
            rules10(READING_1_0_0, SIGNATURES_1_0_1, KEYS_1_0_0)),
        new PathProfile(
            "openssl-1.0.1n",
            servedFirst(true),
            firstIssuer(),
            rules10(READING_1_0_0, SIGNATURES_1_0_1, KEYS_1_0_0)),
        new PathProfile(
            "openssl-1.0.2",
            servedFirst(true),
            firstIssuer(),
            rules10(READING_1_0_2, SIGNATURES_1_0_1, KEYS_1_0_2)),
        new PathProfile(
            "openssl-1.1.1",
            storeFirst(),
            new IssuerChoice(
                NameMatching.NORMALIZED,
                true,
                true,
                false,
                true,
                false,
                Repeats.REFUSED,
                IssuerPreference.VALID_ELSE_LAST),
            rules11(READING_1_1_1, new AlgorithmSupport(SIGNATURES_1_1_1, KEYS_1_1_1, false, 0))),
        new PathProfile(
            "openssl-1.1.1i",
            storeFirst(),
            likelyIssuer(IssuerPreference.VALID_ELSE_LAST),
            rules11(READING_1_1_1, new AlgorithmSupport(SIGNATURES_1_1_1, KEYS_1_1_1, false, 0))),
        new PathProfile("openssl-3.0", storeFirst(), latest(), rules30(LEVEL_1)),
        new PathProfile("openssl-3.0-level-0", storeFirst(), latest(), rules30(0)));
  }

  private static ChainGrowth servedFirst(boolean alternateChains) {
    return new ChainGrowth(false, false, false, alternateChains, false, false, DEPTH, false);
  }

  /** The anchor does not count as depth. */
  private static ChainGrowth storeFirst() {
    return new ChainGrowth(false, false, true, false, false, false, DEPTH + 1, true);
  }

  private static IssuerChoice firstIssuer() {
    return new IssuerChoice(
        NameMatching.NORMALIZED,
        true,
        true,
        false,
        false,
        false,
        Repeats.TAKEN,
        IssuerPreference.FIRST);
  }

  private static IssuerChoice likelyIssuer(IssuerPreference preference) {
    return new IssuerChoice(
        NameMatching.NORMALIZED,
        true,
        false,
        true,
        true,
        false,
        Repeats.SERVED_REFUSED,
        preference);
  }

  private static IssuerChoice latest() {
    return likelyIssuer(IssuerPreference.VALID_ELSE_LATEST_EXPIRY);
  }

  private static ValidationRules rules10(
      ExtensionReading reading, Set<String> signatures, Set<String> keys) {
    return new ValidationRules(
        CHECKS,
        CheckedCertificates.NOT_HELD,
        reading,
        true,
        false,
        true,
        WildcardNames.PART_OF_LABEL,
        CheckOrder.NAMES_EARLY,
        new AlgorithmSupport(signatures, keys, false, 0),
        null);
  }

  private static ValidationRules rules11(ExtensionReading reading, AlgorithmSupport algorithms) {
    return new ValidationRules(
        CHECKS,
        CheckedCertificates.ALL,
        reading,
        true,
        false,
        true,
        WildcardNames.PART_OF_LABEL,
        CheckOrder.NAMES_LATE,
        algorithms,
        null);
  }

  private static ValidationRules rules30(int minimumStrength) {
    return rules11(
        READING_3_0, new AlgorithmSupport(SIGNATURES_3_0, KEYS_1_1_1, true, minimumStrength));
  }

  private static Set<String> with(Set<String> base, String... more) {
    var all = new HashSet<>(base);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }
}
