/** Pure rules of the book: how a snapshot becomes a proof. May use {@code shared} and the root of {@code ledger}. */
@NullMarked
package io.tillgate.ledger.domain;

import org.jspecify.annotations.NullMarked;
