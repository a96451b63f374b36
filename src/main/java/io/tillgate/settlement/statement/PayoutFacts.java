package io.tillgate.settlement.statement;

import io.tillgate.settlement.PayoutState;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payout as it stands, with its newest attempt. Amounts in the merchant's sign.
 *
 * @param merchant as it was named when the run was made
 * @param letterhead null for a run from before letterheads were kept
 * @param items how many payments and corrections the run has for the account
 */
public record PayoutFacts(
        UUID run,
        MerchantAccountId account,
        Money amount,
        LocalDate businessDate,
        int cycle,
        Instant cutAt,
        int items,
        Money carriedIn,
        Money carriedOut,
        Attempt attempt,
        Merchant merchant,
        @Nullable Letterhead letterhead) {

    /**
     * @param holder null when it was erased
     * @param bankAccount masked; null when it was erased
     */
    public record Attempt(
            String endToEndId,
            PayoutState state,
            @Nullable String holder,
            @Nullable String bankAccount,
            @Nullable String bankReference,
            @Nullable LocalDate bookedOn) {}

    /** @param feePlan name of the account's price list */
    public record Merchant(
            String legalName,
            String tradingName,
            String merchantNumber,
            String registrationNumber,
            String country,
            String feePlan) {}
}
