/** Wiring and configuration only. Owns the process: its clock, environment and exit code. */
@NullMarked
package dev.ringfence.app;

import org.jspecify.annotations.NullMarked;
