package dev.ringfence.path;

/** Whose reading of extensions a validator follows where readings differ. */
public enum ExtensionReading {
  /**
   * A CA needs basic constraints; the path length of self-issued certificates counts; any purpose
   * is a server's purpose too.
   */
  RFC5280,
  /**
   * OpenSSL 1.0: a CA without basic constraints is tolerated if it is a self-signed certificate of
   * version 1, has a key usage, or a Netscape CA type; the path length of self-issued certificates
   * does not count; server gated cryptography is a server's purpose, any purpose is not; IP
   * addresses cannot be held against name constraints and are refused under any.
   */
  OPENSSL
}
