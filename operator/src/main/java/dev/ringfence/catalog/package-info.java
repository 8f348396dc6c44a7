/**
 * What each firmware release trusts and can verify: statements with level and source, their overlay
 * and their look-up. An answer that the statements do not carry stays unknown.
 */
@NullMarked
package dev.ringfence.catalog;

import org.jspecify.annotations.NullMarked;
