/**
 * What a merchant sells: products, prices, stock, promotions and coupons, kept as records and handed to terminals as
 * versioned documents with a change feed. Words: a <em>sku</em> names a product inside a merchant; a <em>document</em>
 * is everything of one kind that a store's terminals hold; its <em>version</em> only grows; a <em>tombstone</em> says
 * that an item is gone. May use {@code shared}, {@code platform}, {@code tenancy} and {@code merchants}.
 */
@NullMarked
package io.tillgate.catalogue;

import org.jspecify.annotations.NullMarked;
