package dev.ringfence.pki;

/**
 * The obsolete extension that OpenSSL's purpose checks still honour.
 *
 * @param anyCa for SSL, mail or code
 */
public record NetscapeCertType(
    boolean sslClient, boolean sslServer, boolean sslCa, boolean anyCa) {}
