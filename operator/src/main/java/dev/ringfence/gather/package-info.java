/**
 * From resources and files to one evaluation: the only place where text becomes values of the
 * domain. What cannot be resolved is named as a problem, so that nothing is decided without it.
 */
@NullMarked
package dev.ringfence.gather;

import org.jspecify.annotations.NullMarked;
