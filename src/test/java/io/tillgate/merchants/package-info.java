/** Merchants without a database. */
@NullMarked
package io.tillgate.merchants;

import org.jspecify.annotations.NullMarked;
