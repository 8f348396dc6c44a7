package dev.ringfence.path;

/**
 * How a builder makes a path longer.
 *
 * @param triesOtherIssuers goes back after a dead end or a rejected path; the next four do not
 *     apply then
 * @param followsServedOrder each served certificate must be issued by the next one served
 * @param storeFirst looks for an issuer in the trust store before the served certificates, at each
 *     step
 * @param alternateChains drops served certificates from the end when the first path does not end in
 *     trust and the store has an issuer further down; without effect if the store comes first
 * @param stopsAtFirstAnchor does not go on in the store beyond a certificate that may be an anchor
 * @param acceptsPartialChains any certificate of the store is an anchor; otherwise a self-signed
 *     one
 * @param maximumDepth certificates above the end entity
 * @param saysTooDeep a path that ends by its depth is said to be too long, else to lack an issuer
 */
public record ChainGrowth(
    boolean triesOtherIssuers,
    boolean followsServedOrder,
    boolean storeFirst,
    boolean alternateChains,
    boolean stopsAtFirstAnchor,
    boolean acceptsPartialChains,
    int maximumDepth,
    boolean saysTooDeep) {
  public ChainGrowth {
    if (maximumDepth < 0) {
      throw new IllegalArgumentException(
          "the maximum depth is %d, expected 0 or more".formatted(maximumDepth));
    }
  }
}
