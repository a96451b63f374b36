/** Rows of {@code bank_message} and {@code bank_booking}. */
@NullMarked
package io.tillgate.settlement.bank.store;

import org.jspecify.annotations.NullMarked;
