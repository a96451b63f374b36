package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment, refund or correction of a run. Amounts in the merchant's sign; gross and fee add up to net.
 *
 * @param number of its entry in the sealed journal
 * @param kind {@code sale}, {@code refund}, {@code void}, {@code chargeback}, {@code adjustment} and the like
 * @param source what it was booked for: a payment's id when {@code payment} is there
 * @param businessDate that the payment was booked under
 * @param payment what is known of the payment; absent for corrections
 * @param reason why, where the kind does not say it all: how a fee of the account was worked out, the words of an adjustment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettlementItem(
        long number,
        String kind,
        UUID source,
        MerchantAccountId account,
        LocalDate businessDate,
        Instant bookedAt,
        Money gross,
        Money fee,
        Money net,
        @Nullable Payment payment,
        @Nullable Reason reason) {

    /** In both languages. */
    public record Reason(String en, String zh) {}

    /** The payment behind an item. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payment(
            UUID id,
            UUID sale,
            UUID store,
            String terminalNumber,
            @Nullable String cardMasked,
            @Nullable String cardScheme,
            Instant createdAt) {}
}
