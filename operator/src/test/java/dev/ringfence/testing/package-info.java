/**
 * What tests share: certificates minted in memory, and the folder of reference data. Nothing here
 * touches the network or the clock.
 */
@NullMarked
package dev.ringfence.testing;

import org.jspecify.annotations.NullMarked;
