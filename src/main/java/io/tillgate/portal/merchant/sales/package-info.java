/** The sales of a shop, each from till to ledger, and giving money back. */
@NullMarked
package io.tillgate.portal.merchant.sales;

import org.jspecify.annotations.NullMarked;
