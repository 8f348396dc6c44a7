/**
 * The operator in one process against an embedded API, with sample fleets and renewals. The
 * embedded API keeps objects and serves watches; it checks no schema, no CEL rule and no
 * permission, so nothing that is seen here proves those.
 */
@NullMarked
package dev.ringfence.demo;

import org.jspecify.annotations.NullMarked;
