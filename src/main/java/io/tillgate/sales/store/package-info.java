/** Sales in PostgreSQL: statements of the two commits, and reads. */
@NullMarked
package io.tillgate.sales.store;

import org.jspecify.annotations.NullMarked;
