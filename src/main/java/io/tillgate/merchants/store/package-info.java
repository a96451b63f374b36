/**
 * Merchants in PostgreSQL: managed records for what people edit, plain SQL for look-ups on other packages' paths.
 */
@NullMarked
package io.tillgate.merchants.store;

import org.jspecify.annotations.NullMarked;
