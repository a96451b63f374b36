/** The tills of a shop: their state, how one is activated, and what it may be told. */
@NullMarked
package io.tillgate.portal.merchant.tills;

import org.jspecify.annotations.NullMarked;
