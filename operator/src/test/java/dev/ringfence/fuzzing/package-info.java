/**
 * Fuzz targets: each says what holds for every input of a reader, whoever wrote it. A build runs
 * them on the committed inputs; how to run them on new ones is told in docs/robustness.md.
 */
@NullMarked
package dev.ringfence.fuzzing;

import org.jspecify.annotations.NullMarked;
