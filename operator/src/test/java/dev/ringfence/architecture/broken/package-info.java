/**
 * Code that breaks the rules of the architecture on purpose. Nothing but their test looks at it.
 */
@NullMarked
package dev.ringfence.architecture.broken;

import org.jspecify.annotations.NullMarked;
