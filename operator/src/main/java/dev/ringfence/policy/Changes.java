package dev.ringfence.policy;

/** Phones by how the new chain compares with the current one, for those same phones. */
public record Changes(
    long regressed, long recovered, long stillBroken, long stillCompatible, long unclear) {}
