/**
 * Measures the product: benchmarks that JMH runs, and programs that time whole processes. What is
 * measured and what came out is in docs/performance.md.
 */
@NullMarked
package dev.ringfence.bench;

import org.jspecify.annotations.NullMarked;
