/** How somebody becomes a merchant: the application, its documents and its answers. */
@NullMarked
package io.tillgate.portal.merchant.apply;

import org.jspecify.annotations.NullMarked;
