/**
 * Rules of card data: what the deciphered bytes mean, and which number range belongs to which scheme. Pure.
 */
@NullMarked
package io.tillgate.payments.card.domain;

import org.jspecify.annotations.NullMarked;
