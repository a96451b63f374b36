/** The catalogue's tables: managed records for what people edit, batched SQL for the sale path and the change feed. */
@NullMarked
package io.tillgate.catalogue.store;

import org.jspecify.annotations.NullMarked;
