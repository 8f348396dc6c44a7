package dev.ringfence.cases;

import org.jspecify.annotations.Nullable;

/** A case cannot be read or names what is not there. The message is a full sentence. */
public final class CaseFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable CaseId id;

  CaseFormatException(@Nullable CaseId id, String sentence) {
    super(sentence);
    this.id = id;
  }

  /** Null if the case ends or breaks off before it tells. */
  public @Nullable CaseId id() {
    return id;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
