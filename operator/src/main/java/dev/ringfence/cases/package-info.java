/**
 * Path questions in bulk, and their answers: JSON lines over a pool of certificates, and the suites
 * of x509-limbo. Both are read and written as streams, one case at a time.
 */
@NullMarked
package dev.ringfence.cases;

import org.jspecify.annotations.NullMarked;
