/** Tests of the catalog: how statements become facts, and how a fleet's words find them. */
@NullMarked
package dev.ringfence.catalog;

import org.jspecify.annotations.NullMarked;
