package dev.ringfence.fleet;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one row says: phones that are alike, or one phone by its address.
 *
 * @param phones 1 if there is an address
 * @param address dropped as soon as it is hashed
 */
record Sighting(GroupKey group, long phones, OptionalLong address, @Nullable Instant seen)
    implements RowContent {}
