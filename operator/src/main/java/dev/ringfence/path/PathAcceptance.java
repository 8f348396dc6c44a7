package dev.ringfence.path;

import org.jspecify.annotations.Nullable;

/** Judges a path whose names hold together. */
@FunctionalInterface
public interface PathAcceptance {
  /** Why the path is not accepted, or null if it is; its signatures hold. */
  @Nullable PathFailure failureOf(CertificationPath path);

  /**
   * The same when it is known what came of the signatures. A path whose signatures do not hold is
   * never accepted; which of several reasons is told is for the acceptance to say.
   *
   * @param signature the failure nearest to the anchor, null if all hold
   */
  default @Nullable PathFailure failureOf(CertificationPath path, @Nullable PathFailure signature) {
    return signature != null ? signature : failureOf(path);
  }
}
