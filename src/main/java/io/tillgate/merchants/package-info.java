/**
 * Merchants under a tenant: the business, its accounts, its stores, where it is paid, and who may change that.
 *
 * <p>Words: a <em>merchant</em> is a business that passed onboarding; a <em>merchant account</em> is one way in which it
 * trades (number, currency, category, price list, payout account); a <em>store</em> is a place of business; its
 * <em>standing</em> says whether it may trade and whether it may be paid; a <em>change request</em> is a change that one
 * person proposes and another confirms.
 *
 * <p>May use {@code shared}, {@code platform}, {@code tenancy}, {@code ledger}, {@code pricing}. {@link
 * io.tillgate.merchants.Merchants} is the front door.
 */
@NullMarked
package io.tillgate.merchants;

import org.jspecify.annotations.NullMarked;
