package dev.ringfence.policy;

/**
 * A change that was evaluated and found to help.
 *
 * @param kind constant, such as {@code UpgradeFirmware}
 * @param message what to do, as a sentence
 * @param phonesRecovered phones that are no longer Broken or Undetermined after it
 * @param phonesLost phones that are newly Broken or Undetermined after it
 */
public record Advice(String kind, String message, long phonesRecovered, long phonesLost) {}
