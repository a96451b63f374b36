/**
 * The life of a payment: taken, declined, not taken, voided, refunded, reversed. Knows no baskets.
 *
 * <p>Words: a payment is <em>armed</em> when it is durable and may be sent to the card host; a <em>duty</em> is what the
 * host is owed when its answer does not come; a <em>companion</em> adds its own rows to the two commits. May use
 * {@code ledger}, {@code pricing}, {@code risk}, {@code merchants} and what stands above them.
 */
@NullMarked
package io.tillgate.payments;

import org.jspecify.annotations.NullMarked;
