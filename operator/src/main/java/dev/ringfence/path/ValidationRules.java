package dev.ringfence.path;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the validator of a profile checks once a path is built.
 *
 * @param certificates whose extensions are checked
 * @param enforcesAnchorExpiry the dates of the anchor count
 * @param notAfterInclusive the second of notAfter is within the validity (RFC 5280 4.1.2.5);
 *     OpenSSL takes it as expired
 * @param commonNames count as names of the server where there is no DNS alternative name
 * @param algorithms absent if everything counts that can be verified here
 * @param maximumIntermediates CA certificates between end entity and anchor, self-issued ones not
 *     counted; absent if unlimited
 */
public record ValidationRules(
    Set<PathCheck> checks,
    CheckedCertificates certificates,
    ExtensionReading reading,
    boolean enforcesAnchorExpiry,
    boolean notAfterInclusive,
    boolean commonNames,
    WildcardNames wildcards,
    CheckOrder order,
    @Nullable AlgorithmSupport algorithms,
    @Nullable Integer maximumIntermediates) {
  public ValidationRules {
    var copy = EnumSet.noneOf(PathCheck.class);
    copy.addAll(checks);
    checks = Collections.unmodifiableSet(copy);
  }
}
