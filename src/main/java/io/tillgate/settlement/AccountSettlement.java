package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to for one merchant account, line by line. In the merchant's sign: the lines and what was carried in add
 * up to the net.
 *
 * @param merchantNumber of the account, ISO 8583 field 42
 * @param items how many payments, refunds and corrections it consists of
 * @param outcome {@code payout}, or {@code carried} when the net is negative or too small
 * @param payout what pays it; absent when it was carried
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountSettlement(
        UUID run,
        LocalDate businessDate,
        int cycle,
        Instant cutAt,
        MerchantId merchant,
        String merchantName,
        MerchantAccountId account,
        String merchantNumber,
        int items,
        Counted sales,
        Counted refunds,
        Counted voids,
        Money fees,
        Money chargebacks,
        Money reserves,
        Money adjustments,
        Money carriedIn,
        Money net,
        Money carriedOut,
        String outcome,
        @Nullable UUID payout) {

    /** How many, and what they come to before fees. */
    public record Counted(int count, Money amount) {}
}
