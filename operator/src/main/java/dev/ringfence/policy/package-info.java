/**
 * Decides, from plain values, what a renewed chain does to each group of phones and whether its
 * gate opens. Pure: no clock, no I/O, no Kubernetes; the same evaluation always gives the same
 * report.
 */
@NullMarked
package dev.ringfence.policy;

import org.jspecify.annotations.NullMarked;
