/**
 * The command line: one class per command, files in, a report and an exit code out. It decides
 * nothing; what a chain means for the phones is said by the same engine that the operator runs.
 */
@NullMarked
package dev.ringfence.cli;

import org.jspecify.annotations.NullMarked;
