/** SQL over settlement's tables, set by set. */
@NullMarked
package io.tillgate.settlement.store;

import org.jspecify.annotations.NullMarked;
