/**
 * Which phones run what, and which certificates are pushed to them. Inventories are read as a
 * stream and only counts leave this package: no user, address or serial number does.
 */
@NullMarked
package dev.ringfence.fleet;

import org.jspecify.annotations.NullMarked;
