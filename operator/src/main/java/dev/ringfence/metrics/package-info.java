/**
 * Meter names, and the values behind them, rebuilt at each scrape from the reports in force. It
 * also serves them, together with the probes, over plain HTTP.
 */
@NullMarked
package dev.ringfence.metrics;

import org.jspecify.annotations.NullMarked;
