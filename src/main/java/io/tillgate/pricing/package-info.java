/**
 * What a payment costs the merchant. Words: a <em>plan</em> is a price list, a <em>band</em> one line of it (for which
 * payments, which amounts), a <em>rate</em> what that line charges, a <em>fee</em> the result with its lines, each of which
 * explains itself. Pure; keeps nothing in the database. May use {@code shared}, {@code platform}, {@code tenancy} and
 * {@code ledger}.
 */
@NullMarked
package io.tillgate.pricing;

import org.jspecify.annotations.NullMarked;
