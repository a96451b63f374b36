package io.tillgate.payments;

import io.tillgate.payments.card.OpenedCard;

/** How a sale is paid. */
public sealed interface Tender {
    /** As stored. */
    String code();

    /**
     * A card, already deciphered by the security module.
     *
     * @param entry chip, contactless, swipe or manual
     * @param ksn the key serial number that enciphered it: one message each
     * @param emv BER-TLV of the chip, without card data; empty when there is none
     */
    record Card(String entry, OpenedCard card, byte[] ksn, byte[] emv) implements Tender {
        @Override
        public String code() {
            return "card";
        }

        @Override
        public String toString() {
            return "Card[" + entry + ", " + card.mask() + "]";
        }
    }

    /** Cash over the counter. */
    record Cash() implements Tender {
        @Override
        public String code() {
            return "cash";
        }
    }
}
