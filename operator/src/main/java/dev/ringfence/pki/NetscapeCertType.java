package dev.ringfence.pki;

/** The obsolete extension that OpenSSL's purpose checks still honour. */
public record NetscapeCertType(boolean sslClient, boolean sslServer, boolean sslCa) {}
