/** A shop's figures by period, and its customers; as pages and as files. */
@NullMarked
package io.tillgate.portal.merchant.reports;

import org.jspecify.annotations.NullMarked;
