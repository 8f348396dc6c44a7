/** Tests of cases in bulk: lines, suites of x509-limbo, and what is answered to them. */
@NullMarked
package dev.ringfence.cases;

import org.jspecify.annotations.NullMarked;
