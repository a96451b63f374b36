/**
 * Card data: read what the terminal enciphered, and the words for it. PAN: the card number. IIN: its first digits, which
 * name the scheme. Track 2: the card's own record of number, expiry and service code. Everything here prints masked.
 * What other packages may keep is {@code CardNumberMask}, {@code CardScheme} and {@code CardToken}. May use
 * {@code shared} and {@code platform.crypto}.
 */
@NullMarked
package io.tillgate.payments.card;

import org.jspecify.annotations.NullMarked;
