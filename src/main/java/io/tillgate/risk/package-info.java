/**
 * Whether a payment may go on. Words: a <em>policy</em> is a tenant's rules, counters and lists; <em>facts</em> are what the
 * caller knows of the payment; <em>readings</em> what was counted and listed before it; a <em>decision</em> is to proceed, to
 * refuse, or to proceed and have a person look (<em>review</em>). Decides on facts handed in and never sees a card number:
 * a card is a token. May use {@code shared}, {@code platform}, {@code tenancy}, {@code ledger} and {@code pricing}.
 */
@NullMarked
package io.tillgate.risk;

import org.jspecify.annotations.NullMarked;
