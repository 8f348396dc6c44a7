package dev.ringfence.policy;

/**
 * An input that took part.
 *
 * @param kind such as {@code PhoneFleet}
 * @param generation of the resource; 0 for files and built-in packs
 * @param digest SHA-256 of its content, lower-case hex
 */
public record InputDigest(String kind, String name, long generation, String digest) {}
