/** Tests of risk: cel. */
@NullMarked
package io.tillgate.risk.cel;

import org.jspecify.annotations.NullMarked;
