/**
 * The custom resources of {@code ringfence.dev/v1alpha1} as records of text and numbers. They hold
 * no behaviour: {@code gather} turns them into values of the domain and says what is wrong with
 * them.
 */
@NullMarked
package dev.ringfence.api.v1alpha1;

import org.jspecify.annotations.NullMarked;
