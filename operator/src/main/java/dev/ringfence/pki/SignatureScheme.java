package dev.ringfence.pki;

import java.util.HashMap;
import java.util.Map;

/**
 * What an object identifier of a signature algorithm stands for.
 *
 * @param name as OpenSSL writes it, empty if the identifier is not known
 * @param hash as the Java platform writes it, empty if the scheme names none by itself
 */
record SignatureScheme(String name, Family family, String hash) {
  enum Family {
    RSA_PKCS1,
    RSA_PSS,
    ECDSA,
    DSA,
    EDDSA,
    UNKNOWN
  }

  private static final SignatureScheme UNKNOWN = new SignatureScheme("", Family.UNKNOWN, "");
  private static final Map<String, SignatureScheme> BY_OID = table();

  static SignatureScheme byOid(String oid) {
    return BY_OID.getOrDefault(oid, UNKNOWN);
  }

  private static Map<String, SignatureScheme> table() {
    var table = new HashMap<String, SignatureScheme>();
    var pkcs1 = "1.2.840.113549.1.1.";
    rsa(table, pkcs1 + "2", "md2", "MD2");
    rsa(table, pkcs1 + "4", "md5", "MD5");
    rsa(table, pkcs1 + "5", "sha1", "SHA-1");
    rsa(table, "1.3.14.3.2.29", "sha1", "SHA-1");
    rsa(table, pkcs1 + "11", "sha256", "SHA-256");
    rsa(table, pkcs1 + "12", "sha384", "SHA-384");
    rsa(table, pkcs1 + "13", "sha512", "SHA-512");
    rsa(table, pkcs1 + "14", "sha224", "SHA-224");
    rsa(table, pkcs1 + "15", "sha512-224", "SHA-512/224");
    rsa(table, pkcs1 + "16", "sha512-256", "SHA-512/256");
    var nist = "2.16.840.1.101.3.4.3.";
    rsa(table, nist + "13", "sha3-224", "SHA3-224");
    rsa(table, nist + "14", "sha3-256", "SHA3-256");
    rsa(table, nist + "15", "sha3-384", "SHA3-384");
    rsa(table, nist + "16", "sha3-512", "SHA3-512");
    table.put(pkcs1 + "10", new SignatureScheme("rsassaPss", Family.RSA_PSS, ""));

    var x962 = "1.2.840.10045.4.";
    put(table, x962 + "1", "ecdsa-with-SHA1", Family.ECDSA, "SHA-1");
    put(table, x962 + "3.1", "ecdsa-with-SHA224", Family.ECDSA, "SHA-224");
    put(table, x962 + "3.2", "ecdsa-with-SHA256", Family.ECDSA, "SHA-256");
    put(table, x962 + "3.3", "ecdsa-with-SHA384", Family.ECDSA, "SHA-384");
    put(table, x962 + "3.4", "ecdsa-with-SHA512", Family.ECDSA, "SHA-512");
    put(table, nist + "9", "ecdsa-with-SHA3-224", Family.ECDSA, "SHA3-224");
    put(table, nist + "10", "ecdsa-with-SHA3-256", Family.ECDSA, "SHA3-256");
    put(table, nist + "11", "ecdsa-with-SHA3-384", Family.ECDSA, "SHA3-384");
    put(table, nist + "12", "ecdsa-with-SHA3-512", Family.ECDSA, "SHA3-512");

    put(table, "1.2.840.10040.4.3", "dsa-with-SHA1", Family.DSA, "SHA-1");
    put(table, "1.3.14.3.2.27", "dsa-with-SHA1", Family.DSA, "SHA-1");
    put(table, nist + "1", "dsa-with-SHA224", Family.DSA, "SHA-224");
    put(table, nist + "2", "dsa-with-SHA256", Family.DSA, "SHA-256");
    put(table, nist + "3", "dsa-with-SHA384", Family.DSA, "SHA-384");
    put(table, nist + "4", "dsa-with-SHA512", Family.DSA, "SHA-512");

    put(table, "1.3.101.112", "ed25519", Family.EDDSA, "");
    put(table, "1.3.101.113", "ed448", Family.EDDSA, "");
    return Map.copyOf(table);
  }

  private static void rsa(
      Map<String, SignatureScheme> table, String oid, String prefix, String hash) {
    put(table, oid, prefix + "WithRSAEncryption", Family.RSA_PKCS1, hash);
  }

  private static void put(
      Map<String, SignatureScheme> table, String oid, String name, Family family, String hash) {
    table.put(oid, new SignatureScheme(name, family, hash));
  }
}
