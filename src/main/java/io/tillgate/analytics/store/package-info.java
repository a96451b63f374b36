/** Facts and cells in PostgreSQL. */
@NullMarked
package io.tillgate.analytics.store;

import org.jspecify.annotations.NullMarked;
