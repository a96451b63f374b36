/** Tests of the book's pure rules. */
@NullMarked
package io.tillgate.ledger.domain;

import org.jspecify.annotations.NullMarked;
