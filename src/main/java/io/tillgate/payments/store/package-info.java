/** Payments in PostgreSQL: batch statements of the two commits, and reads. */
@NullMarked
package io.tillgate.payments.store;

import org.jspecify.annotations.NullMarked;
