package dev.ringfence.catalog;

/**
 * A statement with the place of its catalog in the order of overlays.
 *
 * @param rank of the catalog: a higher one overlays a lower one
 */
record RankedStatement(int rank, Statement statement) {}
