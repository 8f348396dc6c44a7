package dev.ringfence.gather;

import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.policy.InputDigest;

/**
 * A fleet read from a file.
 *
 * @param input with the digest of the whole file
 */
public record GatheredFleetFile(PhoneFleet fleet, InputDigest input) {}
