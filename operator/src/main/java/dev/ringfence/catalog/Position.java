package dev.ringfence.catalog;

/** Where a build lies among the listed releases of its family. */
sealed interface Position {
  /** A build that the release is, or that the release's line covers. */
  record Listed(ListedRelease release) implements Position {}

  /** The lower one is of the build's own line. */
  record Between(ListedRelease lower, ListedRelease upper) implements Position {}

  record AboveHighest(ListedRelease highest) implements Position {}

  /**
   * Nothing listed says anything of the build.
   *
   * @param reason a full sentence
   */
  record Outside(String reason) implements Position {}
}
