package io.tillgate.payments.card;

import io.tillgate.shared.ProblemCode;

/** Why card data is refused, in the order in which it is checked. No message repeats any of it. */
public enum CardProblem implements ProblemCode {
    /** The EMV data is not BER-TLV, or larger or deeper than allowed. */
    EMV_UNREADABLE,
    /** The EMV data holds a card number, track or cardholder name that should have been enciphered. */
    CARD_DATA_IN_CLEAR,
    /** The key serial number is malformed or its counter is not a valid one. */
    KSN_INVALID,
    /** A PIN does not go with a card number that was typed in. */
    PIN_ENTRY_MODE,
    /** The PIN block's format does not exist, or does not go with its key serial number. */
    PIN_FORMAT_INVALID,
    /** The enciphered card data does not open, or is not what a card would say. */
    CARD_DATA_UNREADABLE,
    /** The card number's check digit or length is wrong. */
    CARD_NUMBER_INVALID,
    /** The PIN block has the wrong length, or is none under this key and card number. */
    PIN_BLOCK_INVALID;

    @Override
    public Category category() {
        return Category.INVALID;
    }
}
