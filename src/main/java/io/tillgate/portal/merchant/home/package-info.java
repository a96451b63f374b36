/** The first page: today's takings, what has to be done, and what comes next. */
@NullMarked
package io.tillgate.portal.merchant.home;

import org.jspecify.annotations.NullMarked;
