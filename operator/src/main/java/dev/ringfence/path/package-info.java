/**
 * Certification paths: which exist between served certificates and a trust store, and which one a
 * given path builder commits to. Pure functions of their arguments; a counted budget ends every
 * search.
 */
@NullMarked
package dev.ringfence.path;

import org.jspecify.annotations.NullMarked;
