/**
 * From the sealed journal to the merchants' bank accounts.
 *
 * <p>Words: a <em>run</em> settles the sealed entries after the run before it; its key is tenant, business date and cycle.
 * An <em>item</em> is one payment, refund or correction in it. A <em>payout</em> is what a run came to for one merchant
 * account; what is negative or too small is <em>carried</em> into the next run. Two people release it: the first
 * <em>signs</em>, the second <em>releases</em>, which puts it into a <em>payment file</em> that the bank fetches. Each
 * <em>attempt</em> has its own end-to-end id. What the card host owes for a run is its <em>funding</em>. A
 * <em>break</em> is something the bank said that does not fit the book, until a person resolved it.
 *
 * <p>May use {@code ledger}, {@code merchants}, {@code payments} and what they use. Its SQL reads the sealed journal,
 * payments and merchants' accounts where they are, set by set, and writes only its own tables.
 */
@NullMarked
package io.tillgate.settlement;

import org.jspecify.annotations.NullMarked;
