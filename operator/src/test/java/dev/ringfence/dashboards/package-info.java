/**
 * Dashboards and alerts against the metrics there are, and against the real promtool. Nothing here
 * starts a server.
 */
@NullMarked
package dev.ringfence.dashboards;

import org.jspecify.annotations.NullMarked;
