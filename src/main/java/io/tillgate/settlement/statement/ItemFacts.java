package io.tillgate.settlement.statement;

import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One payment or correction of a run, in the merchant's sign.
 *
 * @param number of its entry in the journal
 * @param kind {@code sale}, {@code refund}, {@code void}, or another posting rule
 * @param payment null for a correction, and when the payment was erased
 * @param why null where the kind says it all
 */
public record ItemFacts(
        long number,
        String kind,
        LocalDate bookedOn,
        Instant bookedAt,
        Money gross,
        Money fee,
        @Nullable Payment payment,
        @Nullable Why why) {

    /**
     * What is known of the payment.
     *
     * @param zone of the store when it was taken
     * @param receipt null when the sale was erased
     */
    public record Payment(
            Place place,
            ZoneId zone,
            Instant at,
            @Nullable String receipt,
            @Nullable Card card,
            int mcc) {}

    /** The store in English and Chinese, and the terminal number. */
    public record Place(String storeEn, @Nullable String storeZh, String till) {}

    /** @param scheme lower case */
    public record Card(
            @Nullable String scheme,
            @Nullable String entry,
            @Nullable String lastFour) {}

    boolean isPayment() {
        return kind.equals("sale") || kind.equals("refund") || kind.equals("void");
    }
}
