/**
 * X.509 certificates as immutable values: bytes go in, every field is read once, checked and kept.
 * The only package that knows Bouncy Castle; it judges nothing but signatures.
 */
@NullMarked
package dev.ringfence.pki;

import org.jspecify.annotations.NullMarked;
