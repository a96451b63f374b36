/** Where a shop is. */
@NullMarked
package io.tillgate.portal.merchant.stores;

import org.jspecify.annotations.NullMarked;
