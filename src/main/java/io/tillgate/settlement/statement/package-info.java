/**
 * The merchant's statement of one payout: every figure from what was carried over down to each payment, what it cost and why,
 * and the signed head of the journal behind it. {@link io.tillgate.settlement.statement.Statement} is the whole content and
 * checks that it adds up; how it looks is a function of it, so the same payout in the same state is the same bytes.
 */
@NullMarked
package io.tillgate.settlement.statement;

import org.jspecify.annotations.NullMarked;
