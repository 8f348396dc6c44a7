package dev.ringfence.path;

import org.jspecify.annotations.Nullable;

/** Judges a path whose names and signatures are already known to hold together. */
@FunctionalInterface
public interface PathAcceptance {
  /** Why the path is not accepted, or null if it is. */
  @Nullable PathFailure failureOf(CertificationPath path);
}
