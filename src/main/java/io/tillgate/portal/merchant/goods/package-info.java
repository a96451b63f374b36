/** What a shop sells: products, prices, stock, promotions and coupons, and files of them. */
@NullMarked
package io.tillgate.portal.merchant.goods;

import org.jspecify.annotations.NullMarked;
