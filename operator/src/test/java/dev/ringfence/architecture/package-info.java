/**
 * The rules of the architecture as code. The trees below {@code broken} break one rule each, so
 * that every rule is known to be able to fail.
 */
@NullMarked
package dev.ringfence.architecture;

import org.jspecify.annotations.NullMarked;
