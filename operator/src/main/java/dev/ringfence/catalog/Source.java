package dev.ringfence.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Where statements come from.
 *
 * @param id unique within its catalog
 * @param date of the edition that was read, as precise as it is known
 */
public record Source(String id, String title, @Nullable String address, @Nullable String date) {}
