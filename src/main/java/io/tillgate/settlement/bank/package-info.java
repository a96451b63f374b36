/**
 * The bank's side of settlement: it fetches payment files and tells us what became of them. A <em>movement</em> is one thing that a
 * report says happened on the account; a <em>word</em> is what it means for one payout. Messages are taken once, by their id and
 * content; bookings count once, whichever messages tell of them. May use {@code settlement} and {@code settlement.iso20022}.
 */
@NullMarked
package io.tillgate.settlement.bank;

import org.jspecify.annotations.NullMarked;
