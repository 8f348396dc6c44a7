/**
 * Tests of the custom resources, and the generator of the CRD files. The generator is a test so
 * that nothing of it reaches the product.
 */
@NullMarked
package dev.ringfence.api.v1alpha1;

import org.jspecify.annotations.NullMarked;
