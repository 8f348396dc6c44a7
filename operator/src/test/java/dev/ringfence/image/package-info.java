/**
 * The image as a build leaves it: a file. No container engine is needed here, nor is its work shown
 * to be the same.
 */
@NullMarked
package dev.ringfence.image;

import org.jspecify.annotations.NullMarked;
