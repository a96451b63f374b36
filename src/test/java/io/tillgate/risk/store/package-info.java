/** Tests of risk: store. */
@NullMarked
package io.tillgate.risk.store;

import org.jspecify.annotations.NullMarked;
