/** Tests of what {@code ledger} promises, in the plain JVM. */
@NullMarked
package io.tillgate.ledger;

import org.jspecify.annotations.NullMarked;
