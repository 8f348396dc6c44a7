package dev.ringfence.catalog;

/**
 * Whether the store of a build holds a certificate.
 *
 * @param spokenOf whether any statement bears on it, one that does not count included
 */
public record Holding(Answer answer, boolean spokenOf) {
  static Holding of(Fact fact) {
    return new Holding(fact.answer(), !fact.statements().isEmpty());
  }
}
