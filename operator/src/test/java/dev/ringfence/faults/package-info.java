/**
 * What the operator does while the API server, the network or the operator itself fails. A proxy
 * between the operator and a real API server makes the faults and sees every write.
 */
@NullMarked
package dev.ringfence.faults;

import org.jspecify.annotations.NullMarked;
