/**
 * The book in PostgreSQL: one statement per write, one snapshot per read. Reached through the front door only; may use
 * {@code shared}, {@code platform} and the root of {@code ledger}.
 */
@NullMarked
package io.tillgate.ledger.store;

import org.jspecify.annotations.NullMarked;
