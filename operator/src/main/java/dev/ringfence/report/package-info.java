/**
 * Rendering of a renewal report: text for people, Markdown for pull requests, JSON for machines.
 * Every renderer is a pure function of the report, so that equal reports give equal bytes.
 */
@NullMarked
package dev.ringfence.report;

import org.jspecify.annotations.NullMarked;
