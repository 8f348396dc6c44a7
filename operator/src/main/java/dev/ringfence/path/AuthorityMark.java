package dev.ringfence.path;

/** How a validator knows a CA. */
public enum AuthorityMark {
  /** By its basic constraints; an anchor before version 3 needs none. */
  DECLARED,
  /**
   * By its basic constraints; without them as a self-issued certificate of version 1, by a key
   * usage, or by a Netscape type of a CA.
   */
  IMPLIED,
  /**
   * As {@link #IMPLIED} for the last certificate of a path, by basic constraints for the others.
   */
  IMPLIED_LAST
}
