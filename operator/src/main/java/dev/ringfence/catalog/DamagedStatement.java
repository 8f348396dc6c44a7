package dev.ringfence.catalog;

/**
 * An entry that could not be read but is known to speak of this fact for these phones. The fact is
 * unknown there: what the entry would have said might have contradicted the rest.
 *
 * @param place where the entry is, such as {@code spec.capabilities[3]}
 */
public record DamagedStatement(FactKey key, Scope scope, String catalog, String place) {}
