/** What is known of the business, its bank account and its prices. */
@NullMarked
package io.tillgate.portal.merchant.settings;

import org.jspecify.annotations.NullMarked;
