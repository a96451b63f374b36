/** The money that goes to the merchant, down to each sale. */
@NullMarked
package io.tillgate.portal.merchant.payouts;

import org.jspecify.annotations.NullMarked;
