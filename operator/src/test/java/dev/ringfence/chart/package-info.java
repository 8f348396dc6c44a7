/**
 * The Helm chart under the real Helm, run in this JVM: what it renders, what it refuses, and that
 * the files it repeats are those of the project.
 */
@NullMarked
package dev.ringfence.chart;

import org.jspecify.annotations.NullMarked;
