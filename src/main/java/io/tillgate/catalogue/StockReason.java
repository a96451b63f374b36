package io.tillgate.catalogue;

import java.util.Locale;
import java.util.Optional;

/** Why stock moved. The first three come from sales, the others from people. */
public enum StockReason {
    SALE,
    /** A sale was voided or reversed. */
    SALE_UNDONE,
    /** Goods came back with a refund. */
    REFUND,
    /** Goods arrived. */
    RECEIPT,
    /** Someone counted; the movement is the difference. */
    COUNT,
    DAMAGE,
    THEFT,
    TRANSFER,
    CORRECTION;

    /** The word on the wire and in the database: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<StockReason> ofWord(String word) {
        for (StockReason reason : values()) {
            if (reason.word().equals(word)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    /** Whether people may enter it: a sale's movement is written by the sale alone. */
    public boolean isByHand() {
        return switch (this) {
            case SALE, SALE_UNDONE, REFUND -> false;
            case RECEIPT, COUNT, DAMAGE, THEFT, TRANSFER, CORRECTION -> true;
        };
    }
}
