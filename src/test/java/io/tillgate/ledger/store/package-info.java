/** The book against a real database. */
@NullMarked
package io.tillgate.ledger.store;

import org.jspecify.annotations.NullMarked;
