/** The book over HTTP, for finance and the acquirer's administrators. Reads only: nobody books by hand here. */
@NullMarked
package io.tillgate.ledger.rest;

import org.jspecify.annotations.NullMarked;
