/** Tests of what {@code risk} promises, in the plain JVM. */
@NullMarked
package io.tillgate.risk;

import org.jspecify.annotations.NullMarked;
