/**
 * What happens at the till: the basket, its coupons, stock and receipt, beside the payments that pay for it.
 *
 * <p>Words: a <em>sale</em> is what was sold; a <em>tender</em> is one payment of it; a sale is <em>taken into work</em>
 * by one request at a time, from that request's first commit to its second, so that what is paid and what is left are
 * never guessed. Asks {@code payments} for the money and adds its own rows to the same two commits. May use
 * {@code payments}, {@code terminals}, {@code catalogue}, {@code merchants}, {@code tenancy} and what stands above them.
 */
@NullMarked
package io.tillgate.sales;

import org.jspecify.annotations.NullMarked;
