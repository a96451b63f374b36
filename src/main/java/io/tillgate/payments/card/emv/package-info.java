/**
 * EMV data objects: BER-TLV (EMV Book 3, Annex B), names of tags, texts of status bits, and the check that nothing in
 * the clear passes that should be enciphered. Values are never printed. May use {@code payments.card} and {@code shared}.
 */
@NullMarked
package io.tillgate.payments.card.emv;

import org.jspecify.annotations.NullMarked;
