/** Inventories of every format and oddity. Addresses are of the documentation range (RFC 7042). */
@NullMarked
package dev.ringfence.fleet;

import org.jspecify.annotations.NullMarked;
