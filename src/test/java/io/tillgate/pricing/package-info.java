/** Tests of what {@code pricing} promises, in the plain JVM. */
@NullMarked
package io.tillgate.pricing;

import org.jspecify.annotations.NullMarked;
