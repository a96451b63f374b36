/** The bank's side of settlement. */
@NullMarked
package io.tillgate.settlement.bank;

import org.jspecify.annotations.NullMarked;
