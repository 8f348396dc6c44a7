/**
 * A real API server with etcd, one for all tests of a run, without controllers and nodes. Nothing
 * is garbage collected there, namespaces cannot be deleted, and no pod ever starts.
 */
@NullMarked
package dev.ringfence.kubernetes;

import org.jspecify.annotations.NullMarked;
