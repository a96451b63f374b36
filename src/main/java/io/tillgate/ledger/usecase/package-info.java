/** What the book does by itself: sealing. May use {@code shared}, {@code platform} and the rest of {@code ledger}. */
@NullMarked
package io.tillgate.ledger.usecase;

import org.jspecify.annotations.NullMarked;
