package io.tillgate.payments;

import io.tillgate.payments.card.OpenedCard;
import io.tillgate.payments.card.PinBlock;
import io.tillgate.platform.crypto.dukpt.Ksn;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param pin for the host to verify, once; null when none was typed
     */
    record Card(
            String entry,
            OpenedCard card,
            Ksn ksn,
            byte[] emv,
            @Nullable PinBlock pin) implements Tender {
        /** All key serial numbers of this message; card data and PIN may have the same one. */
        public List<Ksn> serialNumbers() {
            return pin == null || pin.ksn().equals(ksn) ? List.of(ksn) : List.of(ksn, pin.ksn());
        }

        @Override
        public String code() {
            return "card";
        }

        @Override
        public String toString() {
            return "Card[" + entry + ", " + card.mask() + (pin == null ? "]" : ", PIN]");
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
