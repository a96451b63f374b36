/**
 * The double-entry book of a tenant: accounts, journal entries that balance, balances, and the proofs over them.
 *
 * <p>Words: an <em>account</em> holds one currency; a <em>control account</em> is the tenant's total of something whose
 * single items other packages keep; an <em>entry</em> is a balanced set of <em>postings</em>; a <em>posting rule</em>
 * names why an entry exists. Debits are positive, credits negative. Knows no cards and no baskets, holds no personal
 * data. May use {@code shared} and {@code platform}.
 */
@NullMarked
package io.tillgate.ledger;

import org.jspecify.annotations.NullMarked;
